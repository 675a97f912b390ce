import { Inject, Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Job as QueueJob, Worker } from 'bullmq';
import { Outbox } from '../outbox/outbox';
import { monotonicMilliseconds } from '../clock/machine-clock';
import { Delivery, JOB_HANDLERS, Job, JobHandler, definedJobs } from './job';
import { JobQueue } from './job-queue';
import { JobData } from './queue-backend';

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
export class JobWorker implements OnApplicationShutdown {
  private readonly logger = new Logger(JobWorker.name);
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private worker: Worker<JobData> | null = null;
  private recentErrors: number[] = [];

  constructor(
    @Inject(JOB_HANDLERS) handlers: JobHandler[],
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
  ) {
    this.handlers = matchHandlers(definedJobs(), handlers);
  }

  /** Begins to take jobs. `onBroken` is called once when the transport fails without pause. */
  start(onBroken: (reason: Error) => void): void {
    const worker = this.queue.backend.openWorker((job) => this.process(job), TUNING);
    worker.on('error', (error) => this.countError(error, onBroken));
    worker.on('failed', (job, error) => this.logger.warn(`${job?.name ?? 'job'} failed: ${error.message}`));
    void worker.run().catch((error: Error) => onBroken(error));
    this.worker = worker;
  }

  /** Does a scheduled job at once, in this process and past the queue. */
  async runNow<Payload extends object>(job: Job<Payload>, payload: Payload): Promise<void> {
    await this.handlerOf(job.name).handle(payload, NO_DELIVERY);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
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
