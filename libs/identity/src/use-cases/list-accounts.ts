import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import type { Page, PageRequest } from '@app/platform';
import type { AccountRecord } from '../domain/account-record';
import { type AccountFilter, AccountRecordRepository } from '../persistence/account-record.repository';
import { accountsListed } from './account-kinds';

/** A page of accounts; the trail says who looked, and at which. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly accounts: AccountRecordRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(filter: AccountFilter, page: PageRequest): Promise<Page<AccountRecord>> {
    const found = await this.accounts.list(filter, page);
    await this.accessLog.noteListed(
      accountsListed,
      found.items.map(({ id }) => id),
    );
    return found;
  }
}
