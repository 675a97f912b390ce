import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { AskForReports } from '../use-cases/ask-for-reports';
import { askForReportsJob } from '../use-cases/report-kinds';

/** Asks for reports and marks missed ones: at every start of a worker and each hour, of which the first of a day finds work. */
@Injectable()
export class AskForReportsProcessor implements JobHandler<Record<never, never>> {
  readonly job = askForReportsJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly askForReports: AskForReports,
  ) {}

  async handle(_: Record<never, never>, delivery: Delivery): Promise<void> {
    await this.askForReports.execute();
    await this.transactions.run((tx) => delivery.complete(tx));
  }
}
