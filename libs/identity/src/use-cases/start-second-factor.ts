import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { Caller, Transactions } from '@app/platform';
import { SecondFactorEnrolled, SecondFactorNotForDemonstration } from '../domain/refusals';
import { SecondFactors } from '../persistence/second-factors';
import { ConfirmHolder, ShownAgain } from './confirm-holder';
import { secondFactorStarted } from './credential-kinds';
import { newSharedSecret, readableSecret } from './one-time-codes';

/** What a device is given to show codes; shown once. */
export interface StartedSecondFactor {
  readonly secret: string;
  readonly uri: string;
}

/**
 * Begins to enrol a second factor: it asks for nothing until a first code has confirmed it.
 * @throws PasswordNotConfirmed @throws SecondFactorEnrolled @throws SecondFactorNotForDemonstration
 */
@Injectable()
export class StartSecondFactor {
  constructor(
    private readonly confirmHolder: ConfirmHolder,
    private readonly factors: SecondFactors,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, shown: ShownAgain): Promise<StartedSecondFactor> {
    const { account } = await this.confirmHolder.execute(caller, shown, false);
    if (account.demonstration) throw new SecondFactorNotForDemonstration();
    const secret = newSharedSecret();
    await this.transactions.run(async (tx) => {
      const started = await this.factors.start(tx, account.id, secret, this.clock.now());
      if (!started) throw new SecondFactorEnrolled();
      await this.audit.note(tx, secondFactorStarted, {
        actor: accountActor(account.id),
        subjectId: account.id,
        payload: {},
      });
    });
    return readableSecret(secret, account.email);
  }
}
