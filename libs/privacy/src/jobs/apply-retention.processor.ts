import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { ApplyRetention } from '../use-cases/apply-retention';
import { applyRetentionJob } from '../use-cases/retention-job';

/** Erases what is past its time: at every start of a worker and each day. */
@Injectable()
export class ApplyRetentionProcessor implements JobHandler<Record<never, never>> {
  readonly job = applyRetentionJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly applyRetention: ApplyRetention,
  ) {}

  async handle(_: Record<never, never>, delivery: Delivery): Promise<void> {
    await this.applyRetention.execute();
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}
