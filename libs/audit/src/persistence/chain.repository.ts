import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { BEFORE_THE_FIRST, ChainHead, HashedEntry, Link } from '../domain/chain';
import { HASHED_ENTRY, instant } from './hashed-entry';

/** Spells "seal" in ASCII: the advisory lock under which one process seals at a time. */
const SEALER_LOCK = 0x7365616c;

/** What waits to be linked. */
export interface Unsealed {
  /** Everything that was looked at, to be taken off the list. */
  readonly ids: readonly string[];
  /** Of these, the entries that have no link yet. */
  readonly entries: readonly HashedEntry[];
  /** The database's time. */
  readonly readAt: string;
}

interface WaitingRow {
  readonly entryId: string;
  readonly linked: boolean;
  readonly readAt: string;
  readonly entry: HashedEntry | null;
}

/** Reads and extends the chain. */
@Injectable()
export class ChainRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether this transaction may extend the chain; another does when it may not. */
  async tryLock(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      SEALER_LOCK,
    ]);
    return row.mine;
  }

  /** Makes this transaction the only one that extends the chain, waiting for another that does. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [SEALER_LOCK]);
  }

  async isAnythingUnsealed(): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>('SELECT 1 FROM audit_unsealed LIMIT 1');
    return rows.length > 0;
  }

  async countUnsealed(): Promise<number> {
    const [row] = await this.transactions.reader.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM audit_unsealed',
    );
    return row?.count ?? 0;
  }

  async head(tx: EntityManager = this.transactions.reader): Promise<ChainHead> {
    const [row] = await tx.query<ChainHead[]>(
      `SELECT sequence, encode(link_sha256, 'hex') AS "linkSha256" FROM audit_link ORDER BY sequence DESC LIMIT 1`,
    );
    return row ?? BEFORE_THE_FIRST;
  }

  /** The oldest of what waits; after a restore that may be entries that are linked already. */
  async takeUnsealed(tx: EntityManager, limit: number): Promise<Unsealed> {
    const rows = await tx.query<WaitingRow[]>(
      `SELECT u.entry_id AS "entryId", l.sequence IS NOT NULL AS linked, ${instant('clock_timestamp()')} AS "readAt",
              CASE WHEN e.id IS NOT NULL THEN ${HASHED_ENTRY} END AS entry
         FROM (SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT $1) u
         LEFT JOIN audit_entry e ON e.id = u.entry_id
         LEFT JOIN audit_link l ON l.entry_id = u.entry_id
        ORDER BY u.entry_id`,
      [limit],
    );
    return {
      ids: rows.map(({ entryId }) => entryId),
      entries: rows.flatMap(({ linked, entry }) => (linked || entry === null ? [] : [entry])),
      readAt: rows[0]?.readAt ?? '',
    };
  }

  async append(tx: EntityManager, links: readonly Link[]): Promise<void> {
    if (links.length === 0) return;
    const column = <Name extends keyof Link>(name: Name) => links.map((link) => link[name]);
    await tx.query(
      `INSERT INTO audit_link (sequence, entry_id, entry_sha256, previous_sha256, link_sha256, sealed_at)
       SELECT sequence, entry_id, decode(entry, 'hex'), decode(previous, 'hex'), decode(link, 'hex'), sealed_at::timestamptz
         FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
           AS sealed (sequence, entry_id, entry, previous, link, sealed_at)`,
      [
        column('sequence'),
        column('entryId'),
        column('entrySha256'),
        column('previousSha256'),
        column('linkSha256'),
        column('sealedAt'),
      ],
    );
  }

  async forgetUnsealed(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM audit_unsealed WHERE entry_id = ANY($1)', [ids]);
  }
}
