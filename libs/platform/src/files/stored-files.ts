import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions';
import { FileStore, type ReceivedFile } from './file-store';
import type { MediaType } from './media-types';

const DAY_MS = 86_400_000;

/**
 * Which files of the store the register knows. Records refer to these rows; a file without one was left behind by a
 * request that came to nothing.
 */
@Injectable()
export class StoredFiles {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly store: FileStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Keeps what was received, in the transaction of the record that refers to it. */
  async keep(tx: EntityManager, file: ReceivedFile, mediaType: MediaType): Promise<void> {
    await lockFile(tx, file.sha256);
    await file.keep();
    // Named columns would have to be readable, and what somebody else sent is not.
    await tx.query(
      `INSERT INTO stored_file (sha256, bytes, media_type, stored_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [file.sha256, file.bytes, mediaType, this.clock.now()],
    );
  }

  /** Lets a file go that no record refers to any more; it leaves the store with the next sweep. */
  async forget(tx: EntityManager, sha256: string): Promise<void> {
    await lockFile(tx, sha256);
    await tx.query('DELETE FROM stored_file WHERE sha256 = $1', [sha256]);
  }

  /** Removes what was left behind more than a day ago, and says which files are missing. @returns how many were removed */
  async sweep(): Promise<number> {
    // Files carry the machine's time, whatever the business time is.
    const yesterday = new Date(this.clock.outside().getTime() - DAY_MS);
    let removed = await this.store.sweepReceived(yesterday);
    for await (const digests of this.store.keptBefore(yesterday)) {
      for (const sha256 of await this.unknownAmong(digests)) {
        if (await this.removeUnknown(sha256)) removed += 1;
      }
    }
    await this.reportMissing();
    return removed;
  }

  private async unknownAmong(digests: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.reader.query<{ sha256: string }[]>(
      `SELECT sha256 FROM unnest($1::text[]) AS found (sha256)
        WHERE NOT EXISTS (SELECT FROM stored_file s WHERE s.sha256 = found.sha256)`,
      [digests],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Somebody may be recording the same content at this moment: they wait for each other, and one looks again. */
  private async removeUnknown(sha256: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      await lockFile(tx, sha256);
      if ((await this.unknownAmong([sha256])).length === 0) return false;
      await this.store.remove(sha256);
      return true;
    });
  }

  private async reportMissing(): Promise<void> {
    const rows = await this.transactions.reader.query<{ sha256: string }[]>('SELECT sha256 FROM stored_file');
    for (const { sha256 } of rows) {
      if (!(await this.store.has(sha256))) this.logger.error(`the file ${sha256} is missing from the store`);
    }
  }
}

async function lockFile(tx: EntityManager, sha256: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('stored_file ' || $1, 0))`, [sha256]);
}
