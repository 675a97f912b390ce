import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Caller, SessionRequired, Transactions } from '@app/platform';
import { SessionEntity } from '../persistence/identity.entities';

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
      await this.audit.record(tx, {
        actor: accountActor(accountId),
        action: 'session.closed',
        subjectType: 'session',
        subjectId: sessionId,
      });
    });
  }
}
