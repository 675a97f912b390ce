import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler } from '@app/platform';
import { type ReplyNoticeToSend, sendReplyNoticeJob } from '../use-cases/report-kinds';
import { SendReplyNotice } from '../use-cases/send-reply-notice';

/** Sends the mail of one notice before an adverse word. */
@Injectable()
export class SendReplyNoticeProcessor implements JobHandler<ReplyNoticeToSend> {
  readonly job = sendReplyNoticeJob;

  constructor(private readonly sendReplyNotice: SendReplyNotice) {}

  async handle(notice: ReplyNoticeToSend, delivery: Delivery): Promise<void> {
    await this.sendReplyNotice.execute(notice, delivery);
  }
}
