import { Injectable } from '@nestjs/common';
import { LegalDay } from '@app/kernel';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { makeCheckpointJob } from '../use-cases/audit-jobs';
import { MakeCheckpoint } from '../use-cases/make-checkpoint';

/** Signs where the chain ends, once a day: at the start of a worker, or soon after midnight. */
@Injectable()
export class MakeCheckpointProcessor implements JobHandler<object> {
  readonly job = makeCheckpointJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly makeCheckpoint: MakeCheckpoint,
    private readonly day: LegalDay,
  ) {}

  async handle(_payload: object, delivery: Delivery): Promise<void> {
    await this.makeCheckpoint.execute(this.day.today());
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}
