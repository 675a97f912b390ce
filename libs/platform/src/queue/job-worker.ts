import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, BeforeApplicationShutdown } from '@nestjs/common';
import { Job as QueueJob, Worker } from 'bullmq';
import { Metrics } from '../observability/metrics';
import { Outbox } from '../outbox/outbox';
import { monotonicMilliseconds } from '../clock/machine-clock';
import { Delivery, JOB_HANDLERS, Job, JobHandler, definedJobs } from './job';
import { JobQueue } from './job-queue';
import { JobData } from './queue-backend';

/** How long work that has begun may take to end; the launcher ends the process by force after fifteen seconds. */
const LAST_WORK_MS = 10_000;

const TUNING = { concurrency: 10, lockDuration: 10_000 } as const;

/** More errors than this within the window, and the worker ends rather than spins (a wrong schema, a lost right). */
const BREAKER = { errors: 200, windowMs: 10_000 } as const;

/** For ticks of a schedule: there is no outbox row to complete or to postpone. */
const NO_DELIVERY: Delivery = {
  complete: () => Promise.resolve(),
  postpone: () => Promise.resolve(),
};

/** Matches the defined jobs with their handlers. @throws Error when one has none or two. */
export function matchHandlers(
  names: readonly string[],
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobHandler> {
  const byName = new Map<string, JobHandler>();
  for (const handler of handlers) {
    if (byName.has(handler.job.name)) throw new Error(`two handlers for the job ${handler.job.name}`);
    byName.set(handler.job.name, handler);
  }
  const missing = names.filter((name) => !byName.has(name));
  if (missing.length > 0) throw new Error(`no handler for the job ${missing.join(', ')}`);
  return byName;
}

/** The receiving side of the queue: runs the handlers and gives up loudly when the transport only fails. */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobWorker.name);
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private worker: Worker<JobData> | null = null;
  private recentErrors: number[] = [];
  /** Jobs done past the queue. */
  private readonly runningNow = new Set<Promise<void>>();

  constructor(
    @Inject(JOB_HANDLERS) handlers: JobHandler[],
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
    private readonly metrics: Metrics,
  ) {
    this.handlers = matchHandlers(definedJobs(), handlers);
  }

  /** Begins to take jobs. `onBroken` is called once when the transport fails without pause. */
  start(onBroken: (reason: Error) => void): void {
    const worker = this.queue.backend.openWorker((job) => this.process(job), TUNING);
    worker.on('error', (error) => this.countError(error, onBroken));
    worker.on('completed', (job) => this.metrics.countJob(job.name, 'done'));
    worker.on('failed', (job, error) => {
      this.metrics.countJob(job?.name ?? 'unknown', 'failed');
      this.logger.warn({ message: `${job?.name ?? 'job'} failed: ${error.message}`, jobId: job?.id });
    });
    void worker.run().catch((error: Error) => onBroken(error));
    this.worker = worker;
  }

  /** Does a scheduled job at once, in this process and past the queue. */
  async runNow<Payload extends object>(job: Job<Payload>, payload: Payload): Promise<void> {
    const running = this.handlerOf(job.name).handle(payload, NO_DELIVERY);
    this.runningNow.add(running);
    await running.finally(() => this.runningNow.delete(running));
  }

  /**
   * Takes no more jobs and waits for those under way; queue, mail and database end after this. What does not get to
   * its end is given back: nobody renews its lock, and its row of the outbox stays.
   */
  async beforeApplicationShutdown(): Promise<void> {
    const enough = new AbortController();
    const finished = Promise.allSettled([this.worker?.close(), ...this.runningNow]).then(() => true);
    const overtime = pause(LAST_WORK_MS, false, { signal: enough.signal }).catch(() => false);
    if (!(await Promise.race([finished, overtime]))) {
      this.logger.warn('jobs that did not end in time are left for another worker');
      await this.worker?.close(true);
    }
    enough.abort();
  }

  private async process(job: QueueJob<JobData>): Promise<void> {
    const { outboxId, payload } = job.data;
    const delivery = outboxId === null ? NO_DELIVERY : this.outbox.deliveryOf(outboxId);
    await this.handlerOf(job.name).handle(payload, delivery);
  }

  private handlerOf(name: string): JobHandler {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler for the job ${name}`);
    return handler;
  }

  private countError(error: Error, onBroken: (reason: Error) => void): void {
    const now = monotonicMilliseconds();
    this.recentErrors = [...this.recentErrors.filter((at) => now - at < BREAKER.windowMs), now];
    if (this.recentErrors.length === 1) this.logger.warn(`queue: ${error.message}`);
    if (this.recentErrors.length === BREAKER.errors) onBroken(error);
  }
}
