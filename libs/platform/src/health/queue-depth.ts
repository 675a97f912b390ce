import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QUEUE_NAME } from '../queue/queue-name';
import { RedisConnection } from '../redis/redis-connection';

/** What lies in the queue, by what is to become of it. */
export interface QueueDepth {
  readonly backend: 'postgresql' | 'redis';
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

type Counts = Omit<QueueDepth, 'backend'>;

/** Counts the jobs of the queue without opening it, on either transport. */
@Injectable()
export class CountQueued {
  constructor(
    private readonly dataSource: DataSource,
    private readonly redis: RedisConnection,
  ) {}

  async execute(): Promise<QueueDepth> {
    const { client } = this.redis;
    if (client === null) return { backend: 'postgresql', ...(await this.inPostgres()) };
    const key = (part: string) => `bull:${QUEUE_NAME}:${part}`;
    const [waiting, active, delayed, failed] = await Promise.all([
      client.llen(key('wait')),
      client.llen(key('active')),
      client.zcard(key('delayed')),
      client.zcard(key('failed')),
    ]);
    return { backend: 'redis', waiting, active, delayed, failed };
  }

  private async inPostgres(): Promise<Counts> {
    const [counts] = await this.dataSource.query<[Counts]>(
      `SELECT count(*) FILTER (WHERE state::text IN ('wait', 'waiting', 'prioritized'))::integer AS waiting,
              count(*) FILTER (WHERE state::text = 'active')::integer AS active,
              count(*) FILTER (WHERE state::text = 'delayed')::integer AS delayed,
              count(*) FILTER (WHERE state::text = 'failed')::integer AS failed
         FROM bullmq.job WHERE queue = $1`,
      [QUEUE_NAME],
    );
    return counts;
  }
}
