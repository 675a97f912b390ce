import { Processor, Queue, Worker, createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Settings } from '../config/settings';
import { QUEUE_NAME } from './queue-name';

/** What a job carries: the outbox row it stands for, if any, and the payload. */
export interface JobData {
  readonly outboxId: string | null;
  readonly payload: object;
}

export interface WorkerTuning {
  readonly concurrency: number;
  /** Milliseconds after which the job of a vanished worker is handed to another. */
  readonly lockDuration: number;
}

/** Opens the queue and its workers on whichever transport the settings name. */
export interface QueueBackend {
  readonly transport: 'postgresql' | 'redis';
  openQueue(): Queue<JobData>;
  openWorker(process: Processor<JobData>, tuning: WorkerTuning): Worker<JobData>;
}

/**
 * The place where the transport of the queue is chosen: Redis when `REDIS_URL` is set, else PostgreSQL. Its
 * schema is migrated by the owner in the migration step and never from here.
 */
export function chooseQueueBackend(settings: Settings): QueueBackend {
  if (settings.redisUrl !== null) {
    const classes = withBackend(createRedisBackend);
    const connection = { url: settings.redisUrl, maxRetriesPerRequest: null };
    return {
      transport: 'redis',
      openQueue: () => new classes.Queue<JobData>(QUEUE_NAME, { connection }),
      openWorker: (process, tuning) =>
        new classes.Worker<JobData>(QUEUE_NAME, process, {
          connection,
          ...workerOptions(tuning),
        }),
    };
  }
  const classes = withBackend(createPostgresBackend);
  const connection = {
    connectionString: settings.databaseUrl ?? '',
    schema: 'bullmq',
    max: 5,
    keepAlive: true,
  };
  return {
    transport: 'postgresql',
    openQueue: () => new classes.Queue<JobData>(QUEUE_NAME, { connection }) as unknown as Queue<JobData>,
    openWorker: (process, tuning) =>
      new classes.Worker<JobData>(QUEUE_NAME, process, {
        connection,
        ...workerOptions(tuning),
      }) as unknown as Worker<JobData>,
  };
}

/** A vanished worker may stall a job as often as it likes: the outbox decides what is lost, not the queue. */
function workerOptions({ concurrency, lockDuration }: WorkerTuning) {
  return {
    concurrency,
    lockDuration,
    stalledInterval: lockDuration / 2,
    maxStalledCount: 1000,
    autorun: false,
  };
}
