import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { planAlertsJob } from '../use-cases/alert-jobs';
import { PlanAlerts } from '../use-cases/plan-alerts';

/** Plans all alerts: at every start of a worker and every ten minutes. */
@Injectable()
export class PlanAlertsProcessor implements JobHandler<{ agreementId?: string }> {
  readonly job = planAlertsJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly planAlerts: PlanAlerts,
  ) {}

  async handle(payload: { agreementId?: string }, delivery: Delivery): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.planAlerts.execute(payload);
      await delivery.complete(tx);
    });
  }
}
