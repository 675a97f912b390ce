import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RedisConnection } from '../redis/redis-connection';
import { RedisModule } from '../redis/redis.module';
import { CountStore } from './count-store';
import { PostgresCountStore } from './postgres-count-store';
import { RedisCountStore } from './redis-count-store';
import { RequestLimits } from './request-limits';

/** Limits of requests, counted in Redis where there is one, else in PostgreSQL. */
@Global()
@Module({
  imports: [RedisModule],
  providers: [
    {
      provide: CountStore,
      useFactory: ({ client }: RedisConnection, dataSource: DataSource) =>
        client ? new RedisCountStore(client) : new PostgresCountStore(dataSource),
      inject: [RedisConnection, DataSource],
    },
    RequestLimits,
  ],
  exports: [RequestLimits],
})
export class LimitsModule {}
