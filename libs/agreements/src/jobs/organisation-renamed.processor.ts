import { Injectable } from '@nestjs/common';
import { organisationRenamed } from '@app/organisations';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { RefreshSearch } from '../use-cases/refresh-search';

/** Keeps agreements findable by the names their parties have now. */
@Injectable()
export class OrganisationRenamedProcessor implements JobHandler<{ organisationId: string }> {
  readonly job = organisationRenamed;

  constructor(
    private readonly transactions: Transactions,
    private readonly refreshSearch: RefreshSearch,
  ) {}

  async handle({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.refreshSearch.execute(organisationId);
      await delivery.complete(tx);
    });
  }
}
