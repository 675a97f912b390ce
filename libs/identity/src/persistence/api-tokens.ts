import { Injectable } from '@nestjs/common';
import type { Permission } from '@app/kernel';
import { type Page, type PageRequest, type SortOrder, Transactions, readPage } from '@app/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { ACCOUNT_VIEW, AccountView } from './account.repository';
import { ApiTokenEntity } from './credential.entities';

/** A token as its holder sees it, once it was shown. */
export type ListedToken = Omit<ApiTokenEntity, 'accountId' | 'tokenSha256' | 'revokedAt'>;

/** A token that is worth something, with the account behind it. */
export interface LiveToken extends AccountView {
  readonly tokenId: string;
  readonly permissions: readonly Permission[];
  readonly secondFactor: boolean;
  readonly lastUsedAt: Date | null;
}

const NEWEST_FIRST: SortOrder = { keys: [{ sql: 't.id', type: 'uuid' }], descending: true };

/** Keeps API tokens by their digests. */
@Injectable()
export class ApiTokens {
  constructor(private readonly transactions: Transactions) {}

  /** The tokens of an account that were not revoked; those that ended by themselves are among them. */
  async list(accountId: string, page: PageRequest): Promise<Page<ListedToken>> {
    return readPage<ListedToken>(
      this.transactions.reader,
      {
        select: `t.id, t.name, t.permissions, t.second_factor AS "secondFactor", t.created_at AS "createdAt",
                 t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt"`,
        from: 'api_token t',
        conditions: [{ sql: 't.account_id = ? AND t.revoked_at IS NULL', values: [accountId] }],
        sort: NEWEST_FIRST,
      },
      page,
    );
  }

  /** How many tokens of an account are worth something; nobody else adds one until the transaction is over. */
  async lockAndCount(tx: EntityManager, accountId: string, at: Date): Promise<number> {
    await tx.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
    const [row] = await tx.query<[{ count: number }]>(
      `SELECT count(*) AS count FROM api_token WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [accountId, at],
    );
    return row.count;
  }

  async insert(tx: EntityManager, token: ApiTokenEntity): Promise<void> {
    await tx.insert(ApiTokenEntity, token);
  }

  /** @returns whether the account had such a token that was not revoked */
  async revoke(tx: EntityManager, accountId: string, id: string, revokedAt: Date): Promise<boolean> {
    const { affected } = await tx.update(
      ApiTokenEntity,
      { id, accountId, revokedAt: IsNull() },
      { revokedAt },
    );
    return affected === 1;
  }

  /** Says of all tokens of an account that no second factor stands behind them. */
  async forgetFactor(tx: EntityManager, accountId: string): Promise<void> {
    await tx.update(ApiTokenEntity, { accountId }, { secondFactor: false });
  }

  /** The token behind a digest, unless it or its account has ended. */
  async findLive(tokenSha256: Buffer, at: Date): Promise<LiveToken | null> {
    const [row] = await this.transactions.reader.query<LiveToken[]>(
      `SELECT t.id AS "tokenId", t.permissions, t.last_used_at AS "lastUsedAt",
              t.second_factor OR a.demonstration AS "secondFactor", ${ACCOUNT_VIEW}
         FROM api_token t JOIN account a ON a.id = t.account_id
        WHERE t.token_sha256 = $1 AND t.expires_at > $2 AND t.revoked_at IS NULL AND a.active`,
      [tokenSha256, at],
    );
    return row ?? null;
  }

  async noteUsed(id: string, at: Date): Promise<void> {
    await this.transactions.reader.query('UPDATE api_token SET last_used_at = $2 WHERE id = $1', [id, at]);
  }
}
