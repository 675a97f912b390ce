import { Injectable } from '@nestjs/common';
import { decideAccess } from '@app/identity';
import type { Caller, Page, PageRequest } from '@app/platform';
import { SentMail, SentMailRepository } from '../persistence/sent-mail.repository';

/**
 * The mails that went out, the latest first, each with the alerts it told. Who was sent a single-use link is shown to
 * those alone who look after accounts.
 */
@Injectable()
export class ListOutbox {
  constructor(private readonly mails: SentMailRepository) {}

  execute(caller: Caller, page: PageRequest): Promise<Page<SentMail>> {
    return this.mails.list(decideAccess(caller, 'outbox.read_links') === 'permitted', page);
  }
}
