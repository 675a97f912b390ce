import { hostname } from 'node:os';
import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { DataSource } from 'typeorm';
import { productVersion } from '../config/product-version';
import { newId } from '../database/ids';

export type ProcessKind = 'api' | 'worker';

/** A process of the register, as its last sign of life says. */
export interface SeenProcess {
  readonly kind: ProcessKind;
  readonly host: string;
  readonly version: string;
  readonly nodeVersion: string;
  /** Real time, as all of it. */
  readonly startedAt: Date;
  readonly seenAt: Date;
}

const BEAT_MS = 10_000;

/** Rows of processes that ended without saying so. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Shows in the database that this process runs: the api finds workers on other machines by it. */
@Injectable()
export class ProcessHeartbeat implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ProcessHeartbeat.name);
  private readonly id = newId();
  private timer: NodeJS.Timeout | null = null;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Begins to beat. */
  start(kind: ProcessKind): void {
    const startedAt = this.clock.outside();
    const beat = () => {
      this.beating = this.beat(kind, startedAt).catch((error: Error) =>
        this.logger.warn(`heartbeat: ${error.message}`),
      );
    };
    beat();
    this.timer = setInterval(beat, BEAT_MS).unref();
  }

  /** The processes that were seen since an instant of real time, the latest start first. */
  seenSince(instant: Date): Promise<SeenProcess[]> {
    return this.dataSource.query<SeenProcess[]>(
      `SELECT kind, host, version, node_version AS "nodeVersion", started_at AS "startedAt", seen_at AS "seenAt"
         FROM process_heartbeat WHERE seen_at >= $1 ORDER BY started_at DESC, id LIMIT 100`,
      [instant],
    );
  }

  /** The database ends after this. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer === null) return;
    clearInterval(this.timer);
    await this.beating;
    await this.dataSource
      .query('DELETE FROM process_heartbeat WHERE id = $1', [this.id])
      .catch(() => undefined);
  }

  private async beat(kind: ProcessKind, startedAt: Date): Promise<void> {
    const now = this.clock.outside();
    await this.dataSource.query(
      `INSERT INTO process_heartbeat (id, kind, host, version, node_version, started_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
      [this.id, kind, hostname(), productVersion(), process.versions.node, startedAt, now],
    );
    await this.dataSource.query('DELETE FROM process_heartbeat WHERE seen_at < $1', [
      new Date(now.getTime() - FORGOTTEN_AFTER_MS),
    ]);
  }
}
