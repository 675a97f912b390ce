import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { AccountRepository, AccountView } from '../persistence/account.repository';

/** The account of the person signed in. @throws RecordNotFound */
@Injectable()
export class FindAccount {
  constructor(private readonly accounts: AccountRepository) {}

  async execute(id: string): Promise<AccountView> {
    const account = await this.accounts.find(id);
    if (account === null) throw new RecordNotFound();
    return account;
  }
}

export type { AccountView as FoundAccount } from '../persistence/account.repository';
