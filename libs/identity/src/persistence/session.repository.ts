import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, type SortOrder, Transactions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { SessionEntity } from './identity.entities';
import { ApiTokenEntity } from './credential.entities';

/** A session as its holder sees it. */
export type ListedSession = Omit<SessionEntity, 'accountId' | 'tokenSha256'>;

const NEWEST_FIRST: SortOrder = { keys: [{ sql: 's.id', type: 'uuid' }], descending: true };

export type SessionToKeep = Omit<SessionEntity, 'lastSeenAt'>;

/** Writes sessions, and ends them. */
@Injectable()
export class SessionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The sessions of an account that have not ended. */
  async list(accountId: string, at: Date, idleSince: Date, page: PageRequest): Promise<Page<ListedSession>> {
    return readPage<ListedSession>(
      this.transactions.reader,
      {
        select: `s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
                 s.method, s.second_factor AS "secondFactor", s.address, s.agent`,
        from: 'session s',
        conditions: [
          {
            sql: 's.account_id = ? AND s.expires_at > ? AND s.last_seen_at > ?',
            values: [accountId, at, idleSince],
          },
        ],
        sort: NEWEST_FIRST,
      },
      page,
    );
  }

  /** Whether the session was opened at that time or later. */
  async isOpenedSince(id: string, since: Date): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(
      'SELECT 1 FROM session WHERE id = $1 AND created_at >= $2',
      [id, since],
    );
    return rows.length === 1;
  }

  /** Notes whether a second factor stands behind a session. */
  async noteFactor(tx: EntityManager, id: string, secondFactor: boolean): Promise<void> {
    await tx.update(SessionEntity, { id }, { secondFactor });
  }

  /** Whether the account may have sessions; who takes that away waits until this transaction is over. */
  async isOpenTo(tx: EntityManager, accountId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT 1 FROM account WHERE id = $1 AND active FOR SHARE', [
      accountId,
    ]);
    return rows.length === 1;
  }

  async insert(tx: EntityManager, session: SessionToKeep): Promise<void> {
    await tx.query('DELETE FROM session WHERE expires_at <= $1', [session.createdAt]);
    await tx.insert(SessionEntity, { ...session, lastSeenAt: session.createdAt });
  }

  /** Ends one session of an account. @returns whether there was one */
  async end(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
    const { affected } = await tx.delete(SessionEntity, { id, accountId });
    return affected === 1;
  }

  /** Ends all sessions of an account, but one. @returns how many there were */
  async endAll(tx: EntityManager, accountId: string, kept: string | null): Promise<number> {
    const ended = tx
      .createQueryBuilder()
      .delete()
      .from(SessionEntity)
      .where('account_id = :accountId', { accountId });
    if (kept !== null) ended.andWhere('id <> :kept', { kept });
    return (await ended.execute()).affected ?? 0;
  }

  /** Makes every API token of an account worthless. @returns how many were worth something */
  async revokeTokens(tx: EntityManager, accountId: string, revokedAt: Date): Promise<number> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(ApiTokenEntity)
      .set({ revokedAt })
      .where('account_id = :accountId AND revoked_at IS NULL', { accountId })
      .execute();
    return affected ?? 0;
  }
}
