import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Caller, Page, PageRequest, Settings } from '@app/platform';
import { ListedSession, SessionRepository } from '../persistence/session.repository';

export type { ListedSession } from '../persistence/session.repository';

/** The open sessions of the caller's account, the newest first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async execute({ accountId }: Caller, page: PageRequest): Promise<Page<ListedSession>> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.settings.sessionIdleMinutes * 60_000);
    return this.sessions.list(accountId, now, idleSince, page);
  }
}
