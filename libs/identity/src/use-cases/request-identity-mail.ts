import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '@app/kernel';
import { Outbox, newId } from '@app/platform';
import { IdentityMailRepository } from '../persistence/identity-mail.repository';
import type { LinkSubject } from '../persistence/single-use-link.repository';
import { sendIdentityMailJob } from './identity-jobs';

/** Asks for a mail with a new link once the transaction around it commits. */
@Injectable()
export class RequestIdentityMail {
  constructor(
    private readonly mails: IdentityMailRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the mail. */
  async execute(tx: EntityManager, subject: LinkSubject): Promise<string> {
    const mailId = newId();
    await this.mails.insert(tx, mailId, subject, this.clock.now());
    await this.outbox.add(tx, sendIdentityMailJob, { mailId });
    return mailId;
  }
}
