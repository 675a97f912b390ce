import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Caller, Transactions } from '@app/platform';
import { SecondFactorMissing } from '../domain/refusals';
import { ApiTokens } from '../persistence/api-tokens';
import { SecondFactors } from '../persistence/second-factors';
import { SessionRepository } from '../persistence/session.repository';
import { ConfirmHolder, ShownAgain } from './confirm-holder';
import { secondFactorRemoved } from './credential-kinds';
import { TellHolder } from './tell-holder';

/**
 * Takes the second factor away from an account, with a code of it or a recovery code. No factor stands behind the
 * session in use or behind API tokens any more; all other sessions end.
 * @throws SecondFactorMissing @throws PasswordNotConfirmed @throws CodeNotConfirmed @throws TooManyFailures
 */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly confirmHolder: ConfirmHolder,
    private readonly factors: SecondFactors,
    private readonly sessions: SessionRepository,
    private readonly tokens: ApiTokens,
    private readonly tellHolder: TellHolder,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(caller: Caller, shown: ShownAgain): Promise<void> {
    const { account, sessionId } = await this.confirmHolder.execute(caller, shown, true);
    if (!account.secondFactorEnrolled) throw new SecondFactorMissing();
    await this.transactions.run(async (tx) => {
      await this.factors.remove(tx, account.id);
      const sessions = await this.sessions.endAll(tx, account.id, sessionId);
      await this.sessions.noteFactor(tx, sessionId, false);
      await this.tokens.forgetFactor(tx, account.id);
      await this.tellHolder.execute(tx, account.id, 'second_factor_removed');
      await this.audit.note(tx, secondFactorRemoved, {
        actor: accountActor(account.id),
        subjectId: account.id,
        payload: { sessions },
      });
    });
  }
}
