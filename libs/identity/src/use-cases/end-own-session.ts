import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import { Caller, Transactions } from '@app/platform';
import { SessionRepository } from '../persistence/session.repository';
import { sessionClosed } from './credential-kinds';

/** Ends one session of the caller's account, also the one in use. @throws RecordNotFound for another's */
@Injectable()
export class EndOwnSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ accountId, sessionId }: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.sessions.end(tx, accountId, id))) throw new RecordNotFound();
      await this.audit.note(tx, sessionClosed, {
        actor: accountActor(accountId),
        subjectId: id,
        payload: { own: id === sessionId },
      });
    });
  }
}
