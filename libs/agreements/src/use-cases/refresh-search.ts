import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import { SearchRepository } from '../persistence/search.repository';

/** Agreements a transaction: a ministry is party to thousands, and nobody should wait for all of them. */
const AGREEMENTS_A_PAGE = 100;

/** Renews the words by which the agreements of an organisation are found, after its names changed. */
@Injectable()
export class RefreshSearch {
  constructor(
    private readonly transactions: Transactions,
    private readonly search: SearchRepository,
  ) {}

  async execute(organisationId: string): Promise<void> {
    let last: string | null = null;
    do {
      const after: string | null = last;
      last = await this.transactions.run((tx) =>
        this.search.renewPage(tx, organisationId, after, AGREEMENTS_A_PAGE),
      );
    } while (last !== null);
  }
}
