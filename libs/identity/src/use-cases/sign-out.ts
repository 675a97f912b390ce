import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Caller, Transactions } from '@app/platform';
import { SessionEntity } from '../persistence/identity.entities';

/** Ends the caller's session; the token is worth nothing from then on. */
@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(caller: Caller): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.delete(SessionEntity, { id: caller.sessionId });
      await this.audit.record(tx, {
        actor: accountActor(caller.accountId),
        action: 'session.closed',
        subjectType: 'session',
        subjectId: caller.sessionId,
      });
    });
  }
}
