import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { compareAgreementsJob } from '../use-cases/compare-agreements-job';
import { FindDuplicates } from '../use-cases/find-duplicates';

/** Looks for likely duplicates among what is new, a bit at each time. */
@Injectable()
export class CompareAgreementsProcessor implements JobHandler<Record<never, never>> {
  readonly job = compareAgreementsJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly findDuplicates: FindDuplicates,
  ) {}

  async handle(_: Record<never, never>, delivery: Delivery): Promise<void> {
    await this.findDuplicates.compareNew();
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}
