import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { administersAll } from '../domain/grants';
import { AccountHoldsPosition, LastAdministrator } from '../domain/refusals';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import { PersonalAccountRepository } from '../persistence/personal-account.repository';

const accountErased = auditKind('account.erased', 'account');

/**
 * Erases the holder of an account: name, address, roles and every way in. The account stays as an id, deactivated, for
 * the trail names it. Erasing twice erases once.
 * @returns the address it had; null when it was erased before.
 * @throws RecordNotFound @throws LastAdministrator @throws AccountHoldsPosition
 */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly accounts: PersonalAccountRepository,
    private readonly records: AccountRecordRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, reason: string | null, actor: Actor): Promise<string | null> {
    return this.transactions.run(async (tx) => {
      await this.records.lockAdministrators(tx);
      const before = await this.accounts.lock(tx, id);
      if (before.erasedAt !== null) return null;
      if (
        before.active &&
        administersAll(before.grants) &&
        !(await this.records.hasOtherAdministrator(tx, id))
      )
        throw new LastAdministrator();
      const positions = await this.accounts.listPositions(id);
      if (positions.some(({ as }) => as === 'holder')) throw new AccountHoldsPosition();
      await this.accounts.erase(tx, before, this.clock.now());
      await this.audit.note(tx, accountErased, { actor, subjectId: id, payload: {}, reason });
      return before.email;
    });
  }
}
