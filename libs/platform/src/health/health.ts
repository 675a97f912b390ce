import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { monotonicMilliseconds } from '../clock/machine-clock';
import { QUEUE_NAME } from '../queue/queue-name';
import { RedisConnection } from '../redis/redis-connection';
import { HealthPart, HealthReport, reportOf } from './health-report';
import { timeZoneHealth } from './time-zone-health';

/** Longer than this is no answer. */
const PATIENCE_MS = 3_000;

/** Anybody may ask, and is not counted: several questions at once are one. */
const KEPT_MS = 1_000;

/** What the process is without its queue: the api goes on, a worker has nothing to do. */
export abstract class QueueIsNeeded {
  abstract readonly withoutQueue: 'degraded' | 'unavailable';
}

/** Looks whether this process can do its work. */
@Injectable()
export class Health {
  private readonly timeZone = timeZoneHealth();
  private allMigrationsApplied = false;
  private kept: { readonly report: Promise<HealthReport>; readonly at: number } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly redis: RedisConnection,
    @Inject(QueueIsNeeded) private readonly need: QueueIsNeeded,
  ) {}

  async report(): Promise<HealthReport> {
    const now = monotonicMilliseconds();
    if (this.kept === null || now - this.kept.at > KEPT_MS) {
      this.kept = { report: this.look(), at: now };
    }
    return this.kept.report;
  }

  private async look(): Promise<HealthReport> {
    const [database, queue, migrations] = await Promise.all([
      part(this.askDatabase(), 'unavailable', 'does not answer'),
      part(this.askQueue(), this.need.withoutQueue, 'does not answer'),
      part(this.askMigrations(), 'unavailable', 'cannot be read'),
    ]);
    return reportOf({ database, queue, migrations, timeZone: this.timeZone });
  }

  private async askDatabase(): Promise<HealthPart> {
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', detail: 'answers' };
  }

  private async askQueue(): Promise<HealthPart> {
    const { client } = this.redis;
    if (client === null) {
      await this.dataSource.query('SELECT 1 FROM bullmq.job WHERE queue = $1 LIMIT 1', [QUEUE_NAME]);
      return { status: 'ok', detail: 'on PostgreSQL, answers' };
    }
    await client.ping();
    return { status: 'ok', detail: 'on Redis, answers' };
  }

  /** Once all of this code's migrations are applied they stay so; later ones belong to a newer version. */
  private async askMigrations(): Promise<HealthPart> {
    const { migrations } = this.dataSource;
    if (!this.allMigrationsApplied) {
      const rows = await this.dataSource.query<{ name: string }[]>('SELECT name FROM schema_migration');
      const applied = new Set(rows.map(({ name }) => name));
      const missing = migrations.filter(({ name, constructor }) => !applied.has(name ?? constructor.name));
      if (missing.length > 0) {
        return { status: 'unavailable', detail: `${missing.length} missing: npm run migrate` };
      }
      this.allMigrationsApplied = true;
    }
    return { status: 'ok', detail: `all ${migrations.length} applied` };
  }
}

/** What a part answers in time; who asks is not told more than that it did not. */
async function part(
  asked: Promise<HealthPart>,
  otherwise: 'degraded' | 'unavailable',
  detail: string,
): Promise<HealthPart> {
  const enough = new AbortController();
  const overtime = pause(PATIENCE_MS, undefined, { signal: enough.signal, ref: false });
  overtime.catch(() => undefined);
  try {
    return await Promise.race([
      asked,
      overtime.then((): HealthPart => ({ status: otherwise, detail: `${detail} in time` })),
    ]);
  } catch {
    return { status: otherwise, detail };
  } finally {
    enough.abort();
  }
}
