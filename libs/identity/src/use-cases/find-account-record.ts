import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import { type ActionOffer, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { NATIONWIDE } from '../domain/access';
import { type AccountAction, accountOffers } from '../domain/account-actions';
import type { AccountRecord } from '../domain/account-record';
import { administersAll } from '../domain/grants';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import { Access } from './access';
import { accountRead } from './account-kinds';

/** An account, and what whoever asks may do with it. */
export interface FoundAccount extends AccountRecord {
  readonly offers: readonly ActionOffer<AccountAction>[];
}

/** One account; the trail says who looked. @throws RecordNotFound */
@Injectable()
export class FindAccountRecord {
  constructor(
    private readonly accounts: AccountRecordRepository,
    private readonly accessLog: AccessLog,
    private readonly access: Access,
    private readonly transactions: Transactions,
  ) {}

  async execute(id: string, callerId: string): Promise<FoundAccount> {
    const found = await this.accounts.find(id);
    if (found === null) throw new RecordNotFound();
    await this.accessLog.noteRead(accountRead, id);
    const circumstances = {
      permission: this.access.hindranceAt('account.change', NATIONWIDE),
      isOwn: id === callerId,
      isLastAdministrator: await this.isLastAdministrator(found),
    };
    return { ...found, offers: accountOffers(found, circumstances) };
  }

  private async isLastAdministrator({ id, active, grants, providerGrants }: AccountRecord): Promise<boolean> {
    if (!active || !administersAll([...grants, ...providerGrants])) return false;
    return !(await this.accounts.hasOtherAdministrator(this.transactions.reader, id));
  }
}
