import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor, auditKind } from '@app/audit';
import { Caller, SessionRequired, Transactions } from '@app/platform';
import { SessionEntity } from '../persistence/identity.entities';

const sessionClosed = auditKind('session.closed', 'session');

/** Ends the caller's session; the token is worth nothing from then on. */
@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ accountId, sessionId }: Caller): Promise<void> {
    if (sessionId === null) throw new SessionRequired();
    await this.transactions.run(async (tx) => {
      await tx.delete(SessionEntity, { id: sessionId });
      await this.audit.note(tx, sessionClosed, {
        actor: accountActor(accountId),
        subjectId: sessionId,
        payload: {},
      });
    });
  }
}
