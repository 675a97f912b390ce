import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { Settings, Transactions, currentRequest, newId } from '@app/platform';
import { CredentialsRefused } from '../domain/refusals';
import { digestOf, newSessionToken } from '../domain/session-token';
import { SessionRepository } from '../persistence/session.repository';
import { sessionOpened } from './credential-kinds';

export interface SessionToOpen {
  readonly accountId: string;
  /** How the person showed who they are. */
  readonly method: 'password' | 'provider';
  /** Whether a second factor was shown too. */
  readonly secondFactor: boolean;
}

/** A session that was opened; the token is known here and nowhere else. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opens a session for whoever has shown to be the holder of an account. @throws CredentialsRefused once it is not active */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async execute({ accountId, method, secondFactor }: SessionToOpen): Promise<OpenedSession> {
    const token = newSessionToken();
    const tokenSha256 = digestOf(token);
    if (tokenSha256 === null) throw new Error('a new token has the form of a token');
    const sessionId = newId();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + this.settings.sessionHours * 3_600_000);
    const request = currentRequest();
    await this.transactions.run(async (tx) => {
      if (!(await this.sessions.isOpenTo(tx, accountId))) throw new CredentialsRefused();
      await this.sessions.insert(tx, {
        id: sessionId,
        accountId,
        tokenSha256,
        createdAt,
        expiresAt,
        method,
        secondFactor,
        address: request?.address ?? null,
        agent: request?.agent ?? null,
      });
      await this.audit.note(tx, sessionOpened, {
        actor: accountActor(accountId),
        subjectId: sessionId,
        payload: { method, secondFactor },
      });
    });
    return { sessionId, token, expiresAt };
  }
}
