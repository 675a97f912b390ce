import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Page, PageRequest, Transactions, newId, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { ErasedCounts, RetentionRun } from '../domain/retention';

const COLUMNS = `r.id, r.ran_on AS "ranOn", r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.erased`;

const LATEST_FIRST = { keys: [{ sql: 'r.ran_on', type: 'date' }], descending: true };

const viewOf = ({ id, ranOn, startedAt, finishedAt, erased }: RetentionRun): RetentionRun => ({
  id,
  ranOn,
  startedAt,
  finishedAt,
  erased,
});

/** Reads and writes the days on which the retention job ran. */
@Injectable()
export class RetentionRunRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(page: PageRequest): Promise<Page<RetentionRun>> {
    const statement = { select: COLUMNS, from: 'retention_run r', conditions: [], sort: LATEST_FIRST };
    const rows = await readPage<RetentionRun>(this.transactions.reader, statement, page);
    return { ...rows, items: rows.items.map(viewOf) };
  }

  /** The run of this day, begun now unless it was; whoever else works on it waits until this transaction ends. */
  async lockOfDay(tx: EntityManager, day: CalendarDate, at: Date): Promise<RetentionRun> {
    await tx.query(
      'INSERT INTO retention_run (id, ran_on, started_at) VALUES ($1, $2, $3) ON CONFLICT (ran_on) DO NOTHING',
      [newId(), day, at],
    );
    const [row] = await tx.query<[RetentionRun]>(
      `SELECT ${COLUMNS} FROM retention_run r WHERE r.ran_on = $1 FOR UPDATE`,
      [day],
    );
    return row;
  }

  async save(tx: EntityManager, id: string, erased: ErasedCounts, finishedAt: Date | null): Promise<void> {
    await tx.query('UPDATE retention_run SET erased = $2, finished_at = $3 WHERE id = $1', [
      id,
      erased,
      finishedAt,
    ]);
  }
}
