import { Injectable } from '@nestjs/common';
import { accountActor } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import { NATIONWIDE } from '../domain/access';
import { AccountRecordRepository } from '../persistence/account-record.repository';
import { Access } from './access';
import { EndSessions } from './end-sessions';

/** Ends what somebody has open, on a lost device for example. @throws RecordNotFound @throws OutsideScope */
@Injectable()
export class EndAccountSessions {
  constructor(
    private readonly accounts: AccountRecordRepository,
    private readonly access: Access,
    private readonly endSessions: EndSessions,
  ) {}

  async execute(accountId: string, callerId: string): Promise<void> {
    this.access.requireAt('account.change', NATIONWIDE);
    if ((await this.accounts.find(accountId)) === null) throw new RecordNotFound();
    await this.endSessions.execute(accountId, accountActor(callerId));
  }
}
