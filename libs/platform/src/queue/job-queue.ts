import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Settings } from '../config/settings';
import { Job } from './job';
import { JobData, QueueBackend, chooseQueueBackend } from './queue-backend';

/** How often the queue itself tries a job before it goes back to the outbox, and how it waits in between. */
const JOB_OPTIONS = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2000 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
}

/** The sending side of the queue. A job with the id of one that is still there is not added twice. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  readonly backend: QueueBackend;
  private readonly queue: Queue<JobData>;

  constructor(@Inject(Settings) settings: Settings) {
    this.backend = chooseQueueBackend(settings);
    this.queue = this.backend.openQueue();
    // Without a listener an error of an idle connection ends the process; the worker's own listener counts them.
    this.queue.on('error', () => undefined);
  }

  /** Hands outbox rows to the workers; the row's id is the job's id. */
  async addFromOutbox(jobs: readonly QueuedJob[]): Promise<void> {
    await this.queue.addBulk(
      jobs.map(({ id, name, payload }) => ({
        name,
        data: { outboxId: id, payload },
        opts: { ...JOB_OPTIONS, jobId: id },
      })),
    );
  }

  /** Adds the tick of a schedule; the same slot added by several workers is one job. */
  async addTick<Payload extends object>(job: Job<Payload>, slot: number, payload: Payload): Promise<void> {
    await this.queue.add(
      job.name,
      { outboxId: null, payload },
      { ...JOB_OPTIONS, jobId: `${job.name}-${slot}` },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
