import { Injectable } from '@nestjs/common';
import { Transactions, newId } from '@app/platform';
import type { Actor } from '../domain/actor';
import { auditKind } from '../domain/audit-kind';
import { AuditEntryRepository } from '../persistence/audit-entry.repository';
import { AuditTrail } from './audit-trail';

export interface AuditedValuesToErase {
  /** Ids of the persons, accounts or other records that the values are about. */
  readonly aboutIds: readonly string[];
  readonly actor: Actor;
  readonly reason?: string | null;
}

const valuesErased = auditKind<{ readonly aboutIds: readonly string[]; readonly values: number }>(
  'audit.values_erased',
  'audit',
);

/**
 * Erases the personal values that the trail keeps of somebody and notes that it did. The entries stay, with digests
 * that nobody can guess the values from; verification says `redacted` for them.
 */
@Injectable()
export class EraseAuditedValues {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: AuditEntryRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns how many values were erased; nothing is noted when there were none. */
  async execute({ aboutIds, actor, reason }: AuditedValuesToErase): Promise<number> {
    return this.transactions.run(async (tx) => {
      const values = await this.entries.erasePersonalValues(tx, aboutIds);
      if (values > 0) {
        const subjectId = aboutIds[0] ?? newId();
        await this.audit.note(tx, valuesErased, { actor, subjectId, payload: { aboutIds, values }, reason });
      }
      return values;
    });
  }
}
