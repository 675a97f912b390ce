import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { HASHED_ENTRY, instant } from './hashed-entry';

const ROWS_A_READ = 1000;

const PERSONAL = `(SELECT coalesce(jsonb_agg(jsonb_build_object('pointer', v.pointer, 'value', v.value,
    'salt', encode(v.salt, 'hex')) ORDER BY v.pointer), '[]') FROM audit_personal_value v WHERE v.entry_id = e.id)`;

/** As text made by the database: what JSON's numbers cannot hold would be lost on the way through objects. */
const CHECKPOINT_LINES = `SELECT jsonb_build_object('type', 'checkpoint', 'sequence', c.sequence,
    'linkSha256', encode(c.link_sha256, 'hex'), 'entries', c.entries, 'madeOn', c.made_on,
    'madeAt', to_char(c.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'keyFingerprint', c.key_fingerprint, 'publicKey', c.public_key,
    'signature', translate(encode(c.signature, 'base64'), E'\\n', ''))::text AS line
  FROM audit_checkpoint c ORDER BY c.sequence, c.made_at, c.id`;

const LINK_LINES = `SELECT jsonb_build_object('type', 'link', 'sequence', l.sequence, 'entryId', l.entry_id,
    'entrySha256', encode(l.entry_sha256, 'hex'), 'previousSha256', encode(l.previous_sha256, 'hex'),
    'linkSha256', encode(l.link_sha256, 'hex'), 'sealedAt', ${instant('l.sealed_at')},
    'entry', CASE WHEN e.id IS NOT NULL THEN ${HASHED_ENTRY} END, 'personal', ${PERSONAL})::text AS line
  FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.sequence, l.entry_id`;

const UNSEALED_LINES = `SELECT jsonb_build_object('type', 'unsealed', 'entry', ${HASHED_ENTRY},
    'personal', ${PERSONAL})::text AS line
  FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id) ORDER BY e.id`;

/** Reads the whole trail, a line of JSON each, of one instant and in bounded memory. */
@Injectable()
export class TrailLinesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Hands over the lines of an export, batch by batch. */
  async read(take: (lines: readonly string[]) => Promise<void>): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const [head] = await tx.query<[{ line: string }]>(
        `SELECT jsonb_build_object('type', 'export', 'format', 'mithaq-audit-export/1',
                                   'exportedAt', ${instant('clock_timestamp()')})::text AS line`,
      );
      await take([head.line]);
      await this.readAll(tx, CHECKPOINT_LINES, take);
      const links = await this.readAll(tx, LINK_LINES, take);
      const unsealed = await this.readAll(tx, UNSEALED_LINES, take);
      await take([JSON.stringify({ type: 'end', links, unsealed })]);
    });
  }

  /** How many lines an export has that stand for entries, roughly: entries are added meanwhile. */
  async count(): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      'SELECT count(*)::integer AS count FROM audit_entry',
    );
    return row.count;
  }

  private async readAll(
    tx: EntityManager,
    statement: string,
    take: (lines: readonly string[]) => Promise<void>,
  ): Promise<number> {
    let count = 0;
    await tx.query(`DECLARE trail NO SCROLL CURSOR FOR ${statement}`);
    for (;;) {
      const rows = await tx.query<{ line: string }[]>(`FETCH ${ROWS_A_READ} FROM trail`);
      if (rows.length === 0) break;
      await take(rows.map(({ line }) => line));
      count += rows.length;
    }
    await tx.query('CLOSE trail');
    return count;
  }
}
