import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { Settings } from '../config/settings';

const PATIENCE_MS = 2_000;

/**
 * The api's own connection to Redis, for what is counted and looked after there; the queue has connections of its
 * own. What is asked while it is down fails at once: nobody waits for a count.
 */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  /** Null without `REDIS_URL`. */
  readonly client: Redis | null;

  constructor(@Inject(Settings) { redisUrl }: Settings) {
    this.client =
      redisUrl === null
        ? null
        : new Redis(redisUrl, {
            connectTimeout: PATIENCE_MS,
            commandTimeout: PATIENCE_MS,
            enableOfflineQueue: false,
            maxRetriesPerRequest: 0,
          });
    // Without a listener a lost connection ends the process; whoever asks meets the error.
    this.client?.on('error', () => undefined);
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}
