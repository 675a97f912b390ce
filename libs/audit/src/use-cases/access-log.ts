import { Injectable } from '@nestjs/common';
import { accountActor } from '@app/kernel';
import { Transactions, currentRequest } from '@app/platform';
import type { AuditKind } from '../domain/audit-kind';
import { AuditTrail } from './audit-trail';

/** Which records a reader saw: what is read together makes one entry. */
export interface RecordsRead {
  readonly ids: readonly string[];
}

/**
 * Notes who read personal data, before the answer leaves. Names of signatories inside agreements are not noted: they are
 * public acts. What runs without a request (a job, a command) shows nobody anything.
 */
@Injectable()
export class AccessLog {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Notes that one record was read. */
  async noteRead(kind: AuditKind<Record<never, never>>, id: string): Promise<void> {
    await this.note(kind, id, {});
  }

  /** Notes that a list was read, in one entry whose subject is the reader; an empty list shows nobody. */
  async noteListed(kind: AuditKind<RecordsRead>, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.note(kind, null, { ids });
  }

  private async note<Payload extends object>(
    kind: AuditKind<Payload>,
    subjectId: string | null,
    payload: Payload,
  ): Promise<void> {
    const caller = currentRequest()?.caller;
    if (!caller) return;
    const { accountId } = caller;
    await this.transactions.run((tx) =>
      this.audit.note(tx, kind, {
        actor: accountActor(accountId),
        subjectId: subjectId ?? accountId,
        payload,
      }),
    );
  }
}
