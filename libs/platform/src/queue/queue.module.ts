import { DynamicModule, Global, Module, ModuleMetadata, Type } from '@nestjs/common';
import { OutboxRelay } from '../outbox/relay';
import { JOB_HANDLERS, JobHandler } from './job';
import { JobQueue } from './job-queue';
import { JobWorker } from './job-worker';

export interface JobsModule {
  readonly module: Type;
  readonly handlers: readonly Type<JobHandler>[];
}

/** The worker's side of the queue with the handlers of the features; the api needs none of it, only the outbox. */
@Global()
@Module({})
export class QueueModule {
  static with(features: readonly JobsModule[]): DynamicModule {
    const handlers = features.flatMap((feature) => feature.handlers);
    const imports: ModuleMetadata['imports'] = features.map((feature) => feature.module);
    return {
      module: QueueModule,
      imports,
      providers: [
        JobQueue,
        OutboxRelay,
        JobWorker,
        { provide: JOB_HANDLERS, useFactory: (...found: JobHandler[]) => found, inject: [...handlers] },
      ],
      exports: [JobQueue, OutboxRelay, JobWorker],
    };
  }
}
