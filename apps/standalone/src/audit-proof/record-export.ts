import { userInfo } from 'node:os';
import { Injectable } from '@nestjs/common';
import { AuditTrail, type Personal, SealEntries, auditKind, personal } from '@app/audit';
import { Transactions, newId } from '@app/platform';

/** Who of the machine asked for it; null where the process has no name there. */
interface Exported {
  readonly user: Personal | null;
}

const KINDS = {
  /** The whole trail was written into a file, personal values included. */
  trail: auditKind<Exported>('audit.exported', 'audit'),
  /** The whole register was. */
  register: auditKind<Exported>('register.backed_up', 'register'),
} as const;

/** Notes that everything leaves the register in a file, before it does: the file holds the entry too. */
@Injectable()
export class RecordExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly sealEntries: SealEntries,
  ) {}

  /** The entry is sealed at once: beside a register that stands, nobody else would. */
  async execute(what: keyof typeof KINDS): Promise<void> {
    await this.transactions.run((tx) =>
      this.audit.note(tx, KINDS[what], {
        actor: 'system:export',
        subjectId: newId(),
        payload: { user: personal(nameOfUser()) },
      }),
    );
    while (await this.sealEntries.execute());
  }
}

function nameOfUser(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
