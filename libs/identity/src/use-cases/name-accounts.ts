import { Injectable } from '@nestjs/common';
import { ActorNames } from '@app/audit';
import { AccountRepository } from '../persistence/account.repository';

/** What accounts are called in the audit trail: their name, else their address. */
@Injectable()
export class NameAccounts extends ActorNames {
  constructor(private readonly accounts: AccountRepository) {
    super();
  }

  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return accountIds.length === 0 ? new Map() : this.accounts.namesOf(accountIds);
  }
}
