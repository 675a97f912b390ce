import { Injectable } from '@nestjs/common';
import type { Language } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { Role } from '../domain/roles';

/** An account as its holder sees it. */
export interface AccountView {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly roles: readonly Role[];
}

export interface LiveSession extends AccountView {
  readonly sessionId: string;
}

const VIEW = `a.id, a.email, a.name, a.language,
  ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id ORDER BY r.role) AS roles`;

/** Reads accounts and sessions. */
@Injectable()
export class AccountRepository {
  constructor(private readonly transactions: Transactions) {}

  async findWithPassword(email: string): Promise<(AccountView & { passwordHash: string }) | null> {
    const [row] = await this.transactions.reader.query<(AccountView & { passwordHash: string })[]>(
      `SELECT ${VIEW}, a.password_hash AS "passwordHash" FROM account a WHERE a.email = $1`,
      [email],
    );
    return row ?? null;
  }

  async find(id: string): Promise<AccountView | null> {
    const [row] = await this.transactions.reader.query<AccountView[]>(
      `SELECT ${VIEW} FROM account a WHERE a.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The session behind a token's digest, unless it has expired by this instant. */
  async findSession(tokenSha256: Buffer, at: Date): Promise<LiveSession | null> {
    const [row] = await this.transactions.reader.query<LiveSession[]>(
      `SELECT s.id AS "sessionId", ${VIEW} FROM session s JOIN account a ON a.id = s.account_id
        WHERE s.token_sha256 = $1 AND s.expires_at > $2`,
      [tokenSha256, at],
    );
    return row ?? null;
  }

  async countAccounts(): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      'SELECT count(*) AS count FROM account',
    );
    return row.count;
  }
}
