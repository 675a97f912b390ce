import { Injectable } from '@nestjs/common';
import { organisationRenamed } from '@app/organisations';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { FindDuplicates } from '../use-cases/find-duplicates';
import { RefreshSearch } from '../use-cases/refresh-search';

/** Keeps agreements findable by the names their parties have now, and compares them again. */
@Injectable()
export class OrganisationRenamedProcessor implements JobHandler<{ organisationId: string }> {
  readonly job = organisationRenamed;

  constructor(
    private readonly transactions: Transactions,
    private readonly refreshSearch: RefreshSearch,
    private readonly findDuplicates: FindDuplicates,
  ) {}

  async handle({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    // Page by page and then done: a crash in between repeats pages, which changes nothing.
    await this.refreshSearch.execute(organisationId);
    await this.transactions.run(async (tx) => {
      await this.findDuplicates.compareAgain(tx, organisationId);
      await delivery.complete(tx);
    });
  }
}
