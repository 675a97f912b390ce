import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Outbox, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { AccountNotice } from '../domain/account-notice';
import { sendAccountNoticeJob } from './identity-jobs';

/** Tells the holder of an account, by mail and once the transaction commits, that its credentials changed. */
@Injectable()
export class TellHolder {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, accountId: string, notice: AccountNotice): Promise<void> {
    const happenedAt = this.clock.now().toISOString();
    await this.outbox.add(tx, sendAccountNoticeJob, { noticeId: newId(), accountId, notice, happenedAt });
  }
}
