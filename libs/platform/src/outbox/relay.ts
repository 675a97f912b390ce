import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@app/kernel';
import { JobQueue } from '../queue/job-queue';

const BATCH = 500;
const IDLE_PAUSE_MS = 500;

/** Seconds after which a row that was handed to the queue and is still there is handed to it again. */
const LEASE_SECONDS = 30;

interface OutboxRow {
  readonly id: string;
  readonly job: string;
  readonly payload: object;
}

/**
 * Carries outbox rows to the queue. A row stays until its work is committed, so a queue that forgets costs one
 * lease of time and nothing else. Any number of relays may run side by side.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Begins to carry. */
  start(): void {
    this.running = this.loop();
  }

  /** Leases one batch and hands it over; answers how many rows it was. */
  async relayOnce(): Promise<number> {
    const [rows] = await this.dataSource.query<[OutboxRow[], number]>(
      `UPDATE outbox SET leased_until = now() + make_interval(secs => $3 * power(2, least(relays, 7))), relays = relays + 1
        WHERE id IN (SELECT id FROM outbox
                      WHERE available_at <= $1 AND (leased_until IS NULL OR leased_until < now())
                      ORDER BY available_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id, job, payload`,
      [this.clock.now(), BATCH, LEASE_SECONDS],
    );
    if (rows.length > 0) {
      const jobs = rows.map(({ id, job, payload }) => ({ id, name: job, payload }));
      await this.queue.addFromOutbox(jobs).catch(async (error: Error) => {
        await this.giveBack(rows);
        throw error;
      });
    }
    return rows.length;
  }

  /** The queue did not take them: the next round may try again at once, and it does not count. */
  private async giveBack(rows: readonly OutboxRow[]): Promise<void> {
    await this.dataSource.query(
      'UPDATE outbox SET leased_until = NULL, relays = relays - 1 WHERE id = ANY($1) AND relays > 0',
      [rows.map(({ id }) => id)],
    );
  }

  /** Queue and database end after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const carried = await this.relayOnce().catch((error: Error) => {
        this.logger.warn(`relay: ${error.message}`);
        return 0;
      });
      if (carried < BATCH) {
        await pause(IDLE_PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }
}
