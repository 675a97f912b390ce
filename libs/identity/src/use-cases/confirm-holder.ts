import { Injectable } from '@nestjs/common';
import { Clock, RecordNotFound } from '@app/kernel';
import { Caller, SessionRequired } from '@app/platform';
import { CodeNotConfirmed, FreshSessionRequired, PasswordNotConfirmed } from '../domain/refusals';
import { AccountRepository, AccountView } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { HolderProof, ShownCode } from './holder-proof';

/** Minutes in which a session counts as just opened, for accounts that have no password to show. */
const FRESH_MINUTES = 10;

export interface ShownAgain extends ShownCode {
  readonly password?: string | null;
}

/** The person behind a session, who has just shown again to be the holder of its account. */
export interface ConfirmedHolder {
  readonly account: AccountView;
  readonly sessionId: string;
}

/**
 * Asks the person behind a session once more who they are: an open session alone changes no credentials.
 * @throws PasswordNotConfirmed @throws CodeNotConfirmed @throws FreshSessionRequired @throws TooManyFailures
 */
@Injectable()
export class ConfirmHolder {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly proof: HolderProof,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { password, ...shown }: ShownAgain,
    factorAsked: boolean,
  ): Promise<ConfirmedHolder> {
    if (caller.sessionId === null) throw new SessionRequired();
    const account = await this.accounts.find(caller.accountId);
    if (account === null) throw new RecordNotFound();
    const confirmed = { account, sessionId: caller.sessionId };
    if (!account.hasPassword) {
      await this.requireFresh(confirmed.sessionId);
      const refused =
        factorAsked && account.secondFactorEnrolled ? await this.proof.ofFactor(account, shown) : null;
      if (refused) throw new CodeNotConfirmed();
      return confirmed;
    }
    const { refused } = await this.proof.ofPassword(
      { email: account.email, password: password ?? '', ...shown },
      factorAsked,
    );
    if (refused === 'password') throw new PasswordNotConfirmed();
    if (refused !== null) throw new CodeNotConfirmed();
    return confirmed;
  }

  private async requireFresh(sessionId: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - FRESH_MINUTES * 60_000);
    if (!(await this.sessions.isOpenedSince(sessionId, since))) throw new FreshSessionRequired();
  }
}
