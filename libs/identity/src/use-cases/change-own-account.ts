import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor, changedFields } from '@app/audit';
import { type Language, RecordNotFound } from '@app/kernel';
import { type Caller, Transactions, changeRecord } from '@app/platform';
import { AccountRepository, AccountView } from '../persistence/account.repository';
import { AccountEntity } from '../persistence/identity.entities';
import { ownAccountChanged } from './credential-kinds';

/** What people change about their own account; what is left out stays. */
export interface OwnAccountChange {
  readonly name?: string | null;
  readonly language?: Language | null;
}

/** Changes how the caller is called and spoken to; the trail keeps which, never what. @throws RecordIsStale */
@Injectable()
export class ChangeOwnAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ accountId }: Caller, revision: number, change: OwnAccountChange): Promise<AccountView> {
    return this.transactions.run(async (tx) => {
      const before = await this.accounts.find(accountId);
      if (before === null) throw new RecordNotFound();
      const { name = before.name, language } = change;
      const after = { name, language: language ?? before.language };
      const fields = Object.keys(changedFields(before, after));
      await changeRecord(tx, AccountEntity, { id: accountId, revision }, after);
      await this.audit.note(tx, ownAccountChanged, {
        actor: accountActor(accountId),
        subjectId: accountId,
        payload: { fields },
      });
      return { ...before, ...after, revision: revision + 1 };
    });
  }
}
