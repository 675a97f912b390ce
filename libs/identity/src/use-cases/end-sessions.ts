import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { SessionRepository } from '../persistence/session.repository';
import { accessEnded } from './credential-kinds';

/** Ends every session of an account and makes its API tokens worthless. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(accountId: string, actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      const sessions = await this.sessions.endAll(tx, accountId, null);
      const tokens = await this.sessions.revokeTokens(tx, accountId, this.clock.now());
      await this.audit.note(tx, accessEnded, { actor, subjectId: accountId, payload: { sessions, tokens } });
    });
  }
}
