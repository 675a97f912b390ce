import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { RefreshStandings, refreshStandingsJob } from '../use-cases/refresh-standings';

/** Derives every standing again, at every start of a worker and once a day: what an event missed is mended. */
@Injectable()
export class RefreshStandingsProcessor implements JobHandler<Record<never, never>> {
  readonly job = refreshStandingsJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly standings: RefreshStandings,
  ) {}

  async handle(_: Record<never, never>, delivery: Delivery): Promise<void> {
    await this.standings.execute();
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}
