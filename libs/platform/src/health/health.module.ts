import { DynamicModule, Global, Module } from '@nestjs/common';
import { RedisModule } from '../redis/redis.module';
import { Health, QueueIsNeeded } from './health';

/** Whether the process is well, by what it is without its queue. */
@Global()
@Module({})
export class HealthModule {
  static with(need: QueueIsNeeded): DynamicModule {
    return {
      module: HealthModule,
      imports: [RedisModule],
      providers: [{ provide: QueueIsNeeded, useValue: need }, Health],
      exports: [Health],
    };
  }
}
