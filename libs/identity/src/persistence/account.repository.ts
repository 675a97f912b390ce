import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Language, RecordNotFound, type RoleGrant } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { AccountKind } from '../domain/roles';
import { AccountEntity } from './identity.entities';

/** An account as its holder sees it. */
export interface AccountView {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly kind: AccountKind;
  readonly demonstration: boolean;
  /** Whether a second factor asks for a code at sign-in. */
  readonly secondFactorEnrolled: boolean;
  /** False for who signs in through a provider only. */
  readonly hasPassword: boolean;
  readonly grants: readonly RoleGrant[];
}

/** An account with the hash of its password, for whoever looks at passwords. */
export interface AccountWithPassword extends AccountView {
  readonly passwordHash: string | null;
}

/** A session that lives, with the account behind it. */
export interface LiveSession extends AccountView {
  readonly sessionId: string;
  readonly secondFactor: boolean;
  readonly lastSeenAt: Date;
}

/** The grants of account `a` that meet a condition, as the domain knows them; the same from two sides is one. */
const grantsWhere = (
  condition: string,
) => `(SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('role', g.role, 'scope',
    CASE g.scope_kind WHEN 'country' THEN jsonb_build_object('kind', 'country')
      WHEN 'organisation' THEN jsonb_build_object('kind', 'organisation', 'organisationId', g.organisation_id)
      ELSE jsonb_build_object('kind', g.scope_kind, 'codes', to_jsonb(g.codes)) END)), '[]')
  FROM role_grant g WHERE g.account_id = a.id AND ${condition})`;

const ENROLLED = `EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)`;

const OF_ACCOUNT = `a.id, a.revision, a.email, a.name, a.language, a.kind, a.demonstration,
  a.password_hash IS NOT NULL AS "hasPassword", ${ENROLLED} AS "secondFactorEnrolled"`;

export const ACCOUNT_VIEW = `${OF_ACCOUNT}, ${grantsWhere('true')} AS grants`;

/** The same with the grants of each side apart. */
export const ACCOUNT_WITH_ORIGINS = `${OF_ACCOUNT}, ${grantsWhere("g.origin = 'local'")} AS grants,
  ${grantsWhere("g.origin = 'provider'")} AS "providerGrants"`;

/** Reads accounts and sessions. */
@Injectable()
export class AccountRepository {
  constructor(private readonly transactions: Transactions) {}

  async findWithPassword(email: string): Promise<AccountWithPassword | null> {
    const [row] = await this.transactions.reader.query<AccountWithPassword[]>(
      `SELECT ${ACCOUNT_VIEW}, a.password_hash AS "passwordHash" FROM account a WHERE a.email = $1 AND a.active`,
      [email],
    );
    return row ?? null;
  }

  /** Name, else address, by id. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.transactions.reader.query<{ id: string; name: string }[]>(
      'SELECT id, coalesce(name, email) AS name FROM account WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Where the holder of an account is reached, unless it is closed or a demonstration's. */
  async findReachable(id: string): Promise<Pick<AccountView, 'email' | 'language'> | null> {
    const [row] = await this.transactions.reader.query<Pick<AccountView, 'email' | 'language'>[]>(
      'SELECT email, language FROM account WHERE id = $1 AND active AND NOT demonstration',
      [id],
    );
    return row ?? null;
  }

  async find(id: string): Promise<AccountView | null> {
    const [row] = await this.transactions.reader.query<AccountView[]>(
      `SELECT ${ACCOUNT_VIEW} FROM account a WHERE a.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The session behind a token's digest, unless it or its account has ended, or nobody was seen in it since `idleSince`. */
  async findSession(tokenSha256: Buffer, at: Date, idleSince: Date): Promise<LiveSession | null> {
    const [row] = await this.transactions.reader.query<LiveSession[]>(
      `SELECT s.id AS "sessionId", s.second_factor OR a.demonstration AS "secondFactor",
              s.last_seen_at AS "lastSeenAt", ${ACCOUNT_VIEW}
         FROM session s JOIN account a ON a.id = s.account_id
        WHERE s.token_sha256 = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND a.active`,
      [tokenSha256, at, idleSince],
    );
    return row ?? null;
  }

  /** Notes that somebody is still there. */
  async noteSeen(sessionId: string, at: Date): Promise<void> {
    await this.transactions.reader.query('UPDATE session SET last_seen_at = $2 WHERE id = $1', [
      sessionId,
      at,
    ]);
  }

  async setPasswordHash(tx: EntityManager, accountId: string, passwordHash: string): Promise<void> {
    const { affected } = await tx.update(AccountEntity, { id: accountId }, { passwordHash });
    if (affected !== 1) throw new RecordNotFound();
  }

  /** Replaces a hash by another of the same password, unless a new password came between. */
  async renewHash(tx: EntityManager, accountId: string, before: string, passwordHash: string): Promise<void> {
    await tx.update(AccountEntity, { id: accountId, passwordHash: before }, { passwordHash });
  }

  async countAccounts(): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      'SELECT count(*) AS count FROM account',
    );
    return row.count;
  }
}
