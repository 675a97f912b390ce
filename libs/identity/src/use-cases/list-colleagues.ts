import { Injectable } from '@nestjs/common';
import { AccessLog } from '@app/audit';
import type { Caller, Page, PageRequest } from '@app/platform';
import type { Colleague } from '../domain/colleague';
import { invitationsSeenBy } from '../domain/invitation';
import { ColleagueRepository } from '../persistence/colleague.repository';
import { accountsListed } from './account-kinds';

const NOBODY: Page<Colleague> = { items: [], total: 0, nextCursor: null };

/**
 * Who acts for the organisations that the caller represents; nobody for the house, which represents none. The trail
 * says who looked, and at which accounts.
 */
@Injectable()
export class ListColleagues {
  constructor(
    private readonly colleagues: ColleagueRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(page: PageRequest, caller: Caller): Promise<Page<Colleague>> {
    // Whoever represents one organisation and writes for another sees the people of the former alone.
    const { organisations } = invitationsSeenBy(caller);
    if (organisations === null || organisations.length === 0) return NOBODY;
    const found = await this.colleagues.list(organisations, page);
    await this.accessLog.noteListed(accountsListed, [
      ...new Set(found.items.map(({ accountId }) => accountId)),
    ]);
    return found;
  }
}
