import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { ACCOUNT_VIEW, type AccountView } from './account.repository';

/** An account, also one that was left or erased. */
export interface AccountAtRest extends AccountView {
  readonly active: boolean;
  readonly erasedAt: Date | null;
}

/** A session as its holder may know it. */
export interface SessionAtRest {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

/** A position that somebody holds, or acts in for another. */
export interface HeldPosition {
  readonly id: string;
  readonly names: { readonly ar: string | null; readonly fr: string | null; readonly en: string | null };
  readonly as: 'holder' | 'delegate';
}

/** Reads and erases what is personal of accounts. */
@Injectable()
export class PersonalAccountRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(id: string): Promise<AccountAtRest | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** @throws RecordNotFound */
  async lock(tx: EntityManager, id: string): Promise<AccountAtRest> {
    const found = await this.findIn(tx, id, 'FOR UPDATE OF a');
    if (found === null) throw new RecordNotFound();
    return found;
  }

  async listSessions(accountId: string): Promise<SessionAtRest[]> {
    return this.transactions.reader.query<SessionAtRest[]>(
      `SELECT created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", address, agent
         FROM session WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
  }

  async listPositions(accountId: string): Promise<HeldPosition[]> {
    return this.transactions.reader.query<HeldPosition[]>(
      `SELECT p.id, jsonb_build_object('ar', p.name_ar, 'fr', p.name_fr, 'en', p.name_en) AS names,
              CASE WHEN p.holder_account_id = $1 THEN 'holder' ELSE 'delegate' END AS "as"
         FROM "position" p WHERE $1 IN (p.holder_account_id, p.delegate_account_id) ORDER BY p.id`,
      [accountId],
    );
  }

  /** Takes name, address and every way in; what the trail and the positions name is the id. */
  async erase(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE account SET email = 'erased-' || id || '@erased.invalid', name = NULL, password_hash = NULL, active = false,
              deactivated_at = coalesce(deactivated_at, $2), erased_at = $2, revision = revision + 1 WHERE id = $1`,
      [id, at],
    );
    for (const table of ['session', 'role_grant', 'idempotency_key'])
      await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [id]);
    await tx.query(
      `UPDATE "position" SET delegate_account_id = NULL, delegate_from = NULL, delegate_until = NULL,
              revision = revision + 1 WHERE delegate_account_id = $1`,
      [id],
    );
  }

  /** Deletes sessions that ended before this instant. @returns how many, at most `limit` */
  async deleteEndedSessions(tx: EntityManager, before: Date, limit: number): Promise<number> {
    const [, count] = await tx.query<[unknown[], number]>(
      `DELETE FROM session WHERE id IN (
         SELECT id FROM session WHERE expires_at < $1 ORDER BY expires_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [before, limit],
    );
    return count;
  }

  /** Accounts deactivated before this instant that still name somebody and hold no position. */
  async listLeftBefore(tx: EntityManager, before: Date, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT a.id FROM account a
        WHERE a.deactivated_at < $1 AND a.erased_at IS NULL AND NOT a.active
          AND NOT EXISTS (SELECT FROM "position" p WHERE p.holder_account_id = a.id)
        ORDER BY a.deactivated_at, a.id LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  private async findIn(
    db: EntityManager,
    id: string,
    lock: '' | 'FOR UPDATE OF a',
  ): Promise<AccountAtRest | null> {
    const [row] = await db.query<AccountAtRest[]>(
      `SELECT ${ACCOUNT_VIEW}, a.active, a.erased_at AS "erasedAt" FROM account a WHERE a.id = $1 ${lock}`,
      [id],
    );
    return row ?? null;
  }
}
