import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CountStore, Counts } from './count-store';

/** Keys added in one statement. */
const BATCH = 5_000;

/** Counts in the database, in a table that is not written ahead. */
@Injectable()
export class PostgresCountStore extends CountStore {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async add(minute: number, counts: Counts): Promise<Counts> {
    // In one order everywhere, so that two processes never wait for each other's rows.
    const all = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
    const totals = new Map<string, number>();
    for (let first = 0; first < all.length; first += BATCH) {
      const batch = all.slice(first, first + BATCH);
      const rows = await this.dataSource.query<{ key: string; requests: number }[]>(
        `INSERT INTO request_count AS kept (minute, key, requests)
         SELECT $1, * FROM unnest($2::text[], $3::integer[])
         ON CONFLICT (minute, key) DO UPDATE SET requests = kept.requests + excluded.requests
         RETURNING key, requests`,
        [minute, batch.map(([key]) => key), batch.map(([, count]) => count)],
      );
      for (const { key, requests } of rows) totals.set(key, requests);
    }
    return totals;
  }

  async forgetBefore(minute: number): Promise<void> {
    await this.dataSource.query('DELETE FROM request_count WHERE minute < $1', [minute]);
  }
}
