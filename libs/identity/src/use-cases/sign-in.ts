import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { AuditTrail, accountActor, auditKind } from '@app/audit';
import { Transactions, newId } from '@app/platform';
import { CredentialsRefused } from '../domain/refusals';
import { SESSION_HOURS, digestOf, newSessionToken } from '../domain/session-token';
import { AccountRepository, AccountView } from '../persistence/account.repository';
import { SessionEntity } from '../persistence/identity.entities';
import { isPassword } from './passwords';

const sessionOpened = auditKind('session.opened', 'session');

export interface SignedInSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly account: AccountView;
}

/** Opens a session for the holder of an address and a password. @throws CredentialsRefused */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(email: string, password: string): Promise<SignedInSession> {
    const account = await this.accounts.findWithPassword(email.trim().toLowerCase());
    const right = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !right) throw new CredentialsRefused();
    const token = newSessionToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_HOURS * 3_600_000);
    const tokenSha256 = digestOf(token);
    if (tokenSha256 === null) throw new Error('a new token has the form of a token');
    await this.transactions.run(async (tx) => {
      const id = newId();
      await tx.query('DELETE FROM session WHERE expires_at <= $1', [createdAt]);
      await tx.insert(SessionEntity, {
        id,
        accountId: account.id,
        tokenSha256,
        createdAt,
        expiresAt,
        lastSeenAt: createdAt,
      });
      await this.audit.note(tx, sessionOpened, {
        actor: accountActor(account.id),
        subjectId: id,
        payload: {},
      });
    });
    const { passwordHash: _, ...view } = account;
    return { token, expiresAt, account: view };
  }
}
