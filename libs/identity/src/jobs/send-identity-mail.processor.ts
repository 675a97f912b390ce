import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler } from '@app/platform';
import { sendIdentityMailJob } from '../use-cases/identity-jobs';
import { SendIdentityMail } from '../use-cases/send-identity-mail';

/** Sends one mail about an account, at any hour: somebody waits for it. */
@Injectable()
export class SendIdentityMailProcessor implements JobHandler<{ mailId: string }> {
  readonly job = sendIdentityMailJob;

  constructor(private readonly sendIdentityMail: SendIdentityMail) {}

  async handle({ mailId }: { mailId: string }, delivery: Delivery): Promise<void> {
    await this.sendIdentityMail.execute(mailId, delivery);
  }
}
