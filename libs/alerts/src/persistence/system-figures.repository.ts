import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { DataSource } from 'typeorm';
import type { SystemFacts } from '../domain/system-health';

/** Rows handed to the queue this often were not done by it. */
const REPEATED = 3;

/** Reads the figures of the whole register that tell how it runs. */
@Injectable()
export class SystemFiguresRepository {
  constructor(private readonly dataSource: DataSource) {}

  async database(): Promise<SystemFacts['database']> {
    const [row] = await this.dataSource.query<NonNullable<SystemFacts['database']>[]>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
              pg_database_size(current_database())::double precision AS bytes,
              (SELECT count(*)::integer FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
              current_setting('max_connections')::integer AS "mostConnections"`,
    );
    return row ?? null;
  }

  async migrations(): Promise<SystemFacts['migrations']> {
    const rows = await this.dataSource.query<{ name: string }[]>('SELECT name FROM schema_migration');
    const applied = new Set(rows.map(({ name }) => name));
    const missing = this.dataSource.migrations.filter(
      ({ name, constructor }) => !applied.has(name ?? constructor.name),
    );
    return { applied: applied.size, missing: missing.length };
  }

  /** @param now of business time, in which rows become due */
  async outbox(now: Date): Promise<SystemFacts['outbox']> {
    const [row] = await this.dataSource.query<{ due: number; oldest: Date | null; repeated: number }[]>(
      `SELECT count(*)::integer AS due, min(available_at) AS oldest,
              count(*) FILTER (WHERE relays >= ${REPEATED})::integer AS repeated
         FROM outbox WHERE available_at <= $1`,
      [now],
    );
    if (!row) return null;
    return {
      due: row.due,
      oldestSeconds: row.oldest && secondsBetween(row.oldest, now),
      repeated: row.repeated,
    };
  }

  async lastMailAt(): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ at: Date | null }[]>(
      'SELECT max(sent_at) AS at FROM sent_mail',
    );
    return row?.at ?? null;
  }

  /** @param now of real time, in which entries are recorded and sealed */
  async sealing(now: Date): Promise<Omit<NonNullable<SystemFacts['sealing']>, 'daysSinceCheckpoint'>> {
    const [row] = await this.dataSource.query<
      { unsealed: number; oldest: Date | null; sealed: Date | null; checkpoint: CalendarDate | null }[]
    >(
      `SELECT count(*)::integer AS unsealed, min(e.recorded_at) AS oldest,
              (SELECT sealed_at FROM audit_link ORDER BY sequence DESC LIMIT 1) AS sealed,
              (SELECT made_on FROM audit_checkpoint ORDER BY made_at DESC LIMIT 1) AS checkpoint
         FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id`,
    );
    return {
      unsealed: row?.unsealed ?? 0,
      oldestUnsealedSeconds: row?.oldest ? secondsBetween(row.oldest, now) : null,
      lastSealedAt: row?.sealed ?? null,
      lastCheckpointOn: row?.checkpoint ?? null,
    };
  }
}

function secondsBetween(before: Date, after: Date): number {
  return Math.max(0, (after.getTime() - before.getTime()) / 1000);
}
