import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler } from '@app/platform';
import { type AccountNoticeToSend, sendAccountNoticeJob } from '../use-cases/identity-jobs';
import { SendAccountNotice } from '../use-cases/send-account-notice';

/** Sends one notice about an account, at any hour: whoever took the account over does not wait either. */
@Injectable()
export class SendAccountNoticeProcessor implements JobHandler<AccountNoticeToSend> {
  readonly job = sendAccountNoticeJob;

  constructor(private readonly sendAccountNotice: SendAccountNotice) {}

  async handle(notice: AccountNoticeToSend, delivery: Delivery): Promise<void> {
    await this.sendAccountNotice.execute(notice, delivery);
  }
}
