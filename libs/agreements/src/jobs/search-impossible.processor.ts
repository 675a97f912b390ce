import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { SearchImpossible, searchImpossibleJob } from '../use-cases/search-impossible';

/** Looks for impossible data: at every start of a worker and each hour, of which the first of a day does the work. */
@Injectable()
export class SearchImpossibleProcessor implements JobHandler<Record<never, never>> {
  readonly job = searchImpossibleJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly searchImpossible: SearchImpossible,
  ) {}

  async handle(_: Record<never, never>, delivery: Delivery): Promise<void> {
    await this.searchImpossible.execute();
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}
