import { Injectable } from '@nestjs/common';
import { type CalendarDate, calendarDate } from '@app/kernel';
import { type Page, type PageRequest, Transactions, newId, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Checkpoint } from '../domain/checkpoint';

/** Spells "chkp" in ASCII: the advisory lock under which one process makes a checkpoint at a time. */
const CHECKPOINT_LOCK = 0x63686b70;

const COLUMNS = `c.sequence, encode(c.link_sha256, 'hex') AS "linkSha256", c.entries, c.made_on AS "madeOn",
  c.made_at AS "madeAt", c.key_fingerprint AS "keyFingerprint", c.public_key AS "publicKey", c.signature`;

/** Reads and adds checkpoints. */
@Injectable()
export class CheckpointRepository {
  constructor(private readonly transactions: Transactions) {}

  async lock(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [CHECKPOINT_LOCK]);
  }

  async isMade(madeOn: CalendarDate, fingerprint: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(
      'SELECT 1 FROM audit_checkpoint WHERE made_on = $1 AND key_fingerprint = $2 LIMIT 1',
      [madeOn, fingerprint],
    );
    return rows.length > 0;
  }

  async insert(tx: EntityManager, checkpoint: Checkpoint): Promise<void> {
    await tx.query(
      `INSERT INTO audit_checkpoint (id, sequence, link_sha256, entries, made_on, made_at, key_fingerprint, public_key,
                                     signature)
       VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        checkpoint.sequence,
        checkpoint.linkSha256,
        checkpoint.entries,
        checkpoint.madeOn,
        checkpoint.madeAt,
        checkpoint.keyFingerprint,
        checkpoint.publicKey,
        checkpoint.signature,
      ],
    );
  }

  async listPage(page: PageRequest): Promise<Page<Checkpoint>> {
    const found = await readPage<Checkpoint>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'audit_checkpoint c',
        conditions: [],
        sort: {
          keys: [
            { sql: 'c.made_at', type: 'timestamptz' },
            { sql: 'c.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      page,
    );
    return { ...found, items: found.items.map((row) => ({ ...row, madeOn: calendarDate(row.madeOn) })) };
  }
}
