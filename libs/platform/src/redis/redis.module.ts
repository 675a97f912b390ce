import { Global, Module } from '@nestjs/common';
import { RedisConnection } from './redis-connection';

/** One connection to Redis a process, beside the queue's own. */
@Global()
@Module({ providers: [RedisConnection], exports: [RedisConnection] })
export class RedisModule {}
