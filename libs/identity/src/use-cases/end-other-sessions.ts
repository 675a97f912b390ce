import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Caller, SessionRequired, Transactions } from '@app/platform';
import { SessionRepository } from '../persistence/session.repository';
import { accessEnded } from './credential-kinds';

/** Ends all sessions of the caller's account but the one in use; API tokens are revoked one by one. */
@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ accountId, sessionId }: Caller): Promise<void> {
    if (sessionId === null) throw new SessionRequired();
    await this.transactions.run(async (tx) => {
      const sessions = await this.sessions.endAll(tx, accountId, sessionId);
      await this.audit.note(tx, accessEnded, {
        actor: accountActor(accountId),
        subjectId: accountId,
        payload: { sessions, tokens: 0 },
      });
    });
  }
}
