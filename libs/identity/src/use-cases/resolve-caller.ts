import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Caller, CallerResolver } from '@app/platform';
import { digestOf } from '../domain/session-token';
import { AccountRepository } from '../persistence/account.repository';

/** Finds the caller behind a session token, for the edge. */
@Injectable()
export class ResolveCaller extends CallerResolver {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async resolve(token: string): Promise<Caller | null> {
    const digest = digestOf(token);
    if (digest === null) return null;
    const session = await this.accounts.findSession(digest, this.clock.now());
    if (session === null) return null;
    return {
      accountId: session.id,
      sessionId: session.sessionId,
      language: session.language,
      roles: session.roles,
    };
  }
}
