import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { NATIONWIDE } from '../domain/access';
import { OwnGrantsUntouched } from '../domain/refusals';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import { Access } from './access';
import { secondFactorReset } from './account-kinds';
import { EndSessions } from './end-sessions';
import { TellHolder } from './tell-holder';

/**
 * Takes a lost second factor away, with its recovery codes and all that is open: its holder signs in with the
 * password, may do what needs no factor, and enrols another. Nobody resets their own: whoever stole a session could.
 * @throws RecordNotFound @throws OutsideScope @throws OwnGrantsUntouched
 */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly accounts: AccountRecordRepository,
    private readonly access: Access,
    private readonly endSessions: EndSessions,
    private readonly tellHolder: TellHolder,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(accountId: string, callerId: string): Promise<void> {
    this.access.requireAt('account.change', NATIONWIDE);
    if (accountId === callerId) throw new OwnGrantsUntouched();
    const actor = accountActor(callerId);
    await this.transactions.run(async (tx) => {
      if ((await this.accounts.find(accountId)) === null) throw new RecordNotFound();
      if (!(await this.accounts.removeSecondFactor(tx, accountId))) return;
      await this.tellHolder.execute(tx, accountId, 'second_factor_reset');
      await this.audit.note(tx, secondFactorReset, { actor, subjectId: accountId, payload: {} });
      await this.endSessions.execute(accountId, actor);
    });
  }
}
