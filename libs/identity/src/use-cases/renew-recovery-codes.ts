import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Caller, Transactions } from '@app/platform';
import { SecondFactorMissing } from '../domain/refusals';
import { SecondFactors } from '../persistence/second-factors';
import { ConfirmHolder, ShownAgain } from './confirm-holder';
import { recoveryCodesRenewed } from './credential-kinds';
import { newRecoveryCodes } from './enrol-second-factor';

/**
 * Replaces all recovery codes of an account.
 * @returns the new ones, shown once
 * @throws SecondFactorMissing @throws PasswordNotConfirmed @throws CodeNotConfirmed @throws TooManyFailures
 */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly confirmHolder: ConfirmHolder,
    private readonly factors: SecondFactors,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(caller: Caller, shown: ShownAgain): Promise<string[]> {
    const { account } = await this.confirmHolder.execute(caller, shown, true);
    const { codes, digests } = newRecoveryCodes();
    await this.transactions.run(async (tx) => {
      const factor = await this.factors.lock(tx, account.id);
      if (!factor?.confirmedAt) throw new SecondFactorMissing();
      await this.factors.replaceCodes(tx, account.id, digests);
      await this.audit.note(tx, recoveryCodesRenewed, {
        actor: accountActor(account.id),
        subjectId: account.id,
        payload: { codes: codes.length },
      });
    });
    return codes;
  }
}
