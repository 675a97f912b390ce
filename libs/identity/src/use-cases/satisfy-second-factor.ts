import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import { Caller, SessionRequired, Transactions } from '@app/platform';
import { CodeNotConfirmed, SecondFactorMissing } from '../domain/refusals';
import { AccountRepository } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { secondFactorShown } from './credential-kinds';
import { HolderProof, ShownCode } from './holder-proof';

/**
 * Puts the second factor behind a session that was opened without it, as a provider that asks for none opens them.
 * @throws SecondFactorMissing @throws CodeNotConfirmed @throws TooManyFailures
 */
@Injectable()
export class SatisfySecondFactor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly proof: HolderProof,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ accountId, sessionId }: Caller, shown: ShownCode): Promise<void> {
    if (sessionId === null) throw new SessionRequired();
    const account = await this.accounts.find(accountId);
    if (account === null) throw new RecordNotFound();
    if (!account.secondFactorEnrolled) throw new SecondFactorMissing();
    if (await this.proof.ofFactor(account, shown)) throw new CodeNotConfirmed();
    await this.transactions.run(async (tx) => {
      await this.sessions.noteFactor(tx, sessionId, true);
      await this.audit.note(tx, secondFactorShown, {
        actor: accountActor(accountId),
        subjectId: sessionId,
        payload: {},
      });
    });
  }
}
