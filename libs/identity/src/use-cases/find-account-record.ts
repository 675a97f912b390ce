import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import type { AccountRecord } from '../domain/account-record';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import { accountRead } from './account-kinds';

/** One account; the trail says who looked. @throws RecordNotFound */
@Injectable()
export class FindAccountRecord {
  constructor(
    private readonly accounts: AccountRecordRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(id: string): Promise<AccountRecord> {
    const found = await this.accounts.find(id);
    if (found === null) throw new RecordNotFound();
    await this.accessLog.noteRead(accountRead, id);
    return found;
  }
}
