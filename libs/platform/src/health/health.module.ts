import { DynamicModule, Global, Module } from '@nestjs/common';
import { RedisModule } from '../redis/redis.module';
import { Health, QueueIsNeeded } from './health';
import { ProcessHeartbeat } from './process-heartbeat';
import { CountQueued } from './queue-depth';

/** Whether the process is well, by what it is without its queue. */
@Global()
@Module({})
export class HealthModule {
  static with(need: QueueIsNeeded): DynamicModule {
    return {
      module: HealthModule,
      imports: [RedisModule],
      providers: [{ provide: QueueIsNeeded, useValue: need }, Health, ProcessHeartbeat, CountQueued],
      exports: [Health, ProcessHeartbeat, CountQueued],
    };
  }
}
