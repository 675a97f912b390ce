import { Injectable, Module } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { type Delivery, type JobHandler, defineJob } from '../queue/job';
import type { JobsModule } from '../queue/queue.module';
import { FilesModule } from './files.module';
import { StoredFiles } from './stored-files';

/** Removes what requests that came to nothing left behind. */
export const sweepFilesJob = defineJob<object>('files.sweep');

/** At every start of a worker and each day. */
@Injectable()
export class SweepFilesProcessor implements JobHandler {
  readonly job = sweepFilesJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly files: StoredFiles,
  ) {}

  async handle(_payload: object, delivery: Delivery): Promise<void> {
    await this.files.sweep();
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}

@Module({ imports: [FilesModule], providers: [SweepFilesProcessor], exports: [SweepFilesProcessor] })
export class FilesJobsModule {}

/** What the worker does for the files of all features. */
export const FILES_JOBS: JobsModule = { module: FilesJobsModule, handlers: [SweepFilesProcessor] };
