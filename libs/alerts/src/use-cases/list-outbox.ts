import { Injectable } from '@nestjs/common';
import { AccessLog, RecordsRead, auditKind } from '@app/audit';
import { decideAccess } from '@app/identity';
import type { Caller, Page, PageRequest } from '@app/platform';
import { SentMail, SentMailRepository } from '../persistence/sent-mail.repository';

const outboxListed = auditKind<RecordsRead>('outbox.listed', 'account');

/**
 * The mails that went out, the latest first, each with the alerts it told; who read the addresses is noted. Who was sent a single-use link is shown to
 * those alone who look after accounts.
 */
@Injectable()
export class ListOutbox {
  constructor(
    private readonly mails: SentMailRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(caller: Caller, page: PageRequest): Promise<Page<SentMail>> {
    const found = await this.mails.list(decideAccess(caller, 'outbox.read_links') === 'permitted', page);
    await this.accessLog.noteListed(
      outboxListed,
      found.items.flatMap(({ messageId, to }) => (to.length > 0 ? [messageId] : [])),
    );
    return found;
  }
}
