import type Redis from 'ioredis';
import { CountStore, Counts } from './count-store';

/** Longer than a minute, so that clocks which differ a little still meet. */
const KEPT_SECONDS = 150;

/** Counts in Redis, which forgets them by itself. */
export class RedisCountStore extends CountStore {
  constructor(private readonly redis: Redis) {
    super();
  }

  async add(minute: number, counts: Counts): Promise<Counts> {
    const keys = [...counts.keys()];
    const commands = this.redis.pipeline();
    for (const [key, count] of counts) {
      const name = `mithaq:requests:${minute}:${key}`;
      commands.incrby(name, count).expire(name, KEPT_SECONDS);
    }
    const answers = (await commands.exec()) ?? [];
    return new Map(keys.map((key, index) => [key, totalIn(answers[index * 2])]));
  }

  forgetBefore(): Promise<void> {
    return Promise.resolve();
  }
}

function totalIn(answer: [error: Error | null, result: unknown] | undefined): number {
  const [error, total] = answer ?? [new Error('no answer'), null];
  if (error) throw error;
  return Number(total);
}
