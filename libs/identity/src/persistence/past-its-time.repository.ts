import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Rows that are deleted as a whole once they ended before `$1`. */
const ENDED = {
  sessions: ['session', 'expires_at < $1'],
  tokens: ['api_token', 'least(expires_at, revoked_at) < $1'],
  links: ['single_use_link', 'least(expires_at, used_at) < $1'],
  sign_in_failures: ['sign_in_failure', 'last_at < $1 AND blocked_until < $1'],
} as const;
export type EndedRows = keyof typeof ENDED;

/** Deletes and empties what identity keeps for a time only, at most `limit` rows a call. */
@Injectable()
export class PastItsTimeRepository {
  /** @returns how many rows of this kind that ended before the instant are gone. */
  async deleteEnded(tx: EntityManager, rows: EndedRows, before: Date, limit: number): Promise<number> {
    const [table, ended] = ENDED[rows];
    const [, count] = await tx.query<[unknown[], number]>(
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM ${table} WHERE ${ended} LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [before, limit],
    );
    return count;
  }

  /** Takes the invited person out of invitations that ran out before the instant; who issued them stays. */
  async eraseInvited(tx: EntityManager, before: Date, at: Date, limit: number): Promise<number> {
    const [, count] = await tx.query<[unknown[], number]>(
      `UPDATE invitation SET email = NULL, name = NULL, office = NULL, erased_at = $2,
              state = CASE WHEN state IN ('awaiting_confirmation', 'open') THEN 'expired' ELSE state END
        WHERE id IN (SELECT id FROM invitation WHERE expires_at < $1 AND erased_at IS NULL
                      ORDER BY expires_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)`,
      [before, at, limit],
    );
    return count;
  }

  /** Notes of accounts that were closed in another way than through the register that they are, and forgets it of open ones. */
  async noteClosedAccounts(tx: EntityManager, at: Date): Promise<void> {
    await tx.query(
      `UPDATE account SET deactivated_at = CASE WHEN active THEN NULL ELSE $1::timestamptz END
        WHERE active = (deactivated_at IS NOT NULL)`,
      [at],
    );
  }

  /** Accounts closed before this instant that still name somebody and hold no position. */
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
}
