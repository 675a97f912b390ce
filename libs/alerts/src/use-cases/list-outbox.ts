import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import { SentMail, SentMailRepository } from '../persistence/sent-mail.repository';

/** The mails that went out, the latest first, each with the alerts it told. */
@Injectable()
export class ListOutbox {
  constructor(private readonly mails: SentMailRepository) {}

  execute(page: PageRequest): Promise<Page<SentMail>> {
    return this.mails.list(page);
  }
}
