import { Injectable } from '@nestjs/common';
import { Caller, SessionRequired } from '@app/platform';
import { EndOwnSession } from './end-own-session';

/** Ends the caller's session; the token is worth nothing from then on. */
@Injectable()
export class SignOut {
  constructor(private readonly endOwnSession: EndOwnSession) {}

  async execute(caller: Caller): Promise<void> {
    if (caller.sessionId === null) throw new SessionRequired();
    await this.endOwnSession.execute(caller, caller.sessionId);
  }
}
