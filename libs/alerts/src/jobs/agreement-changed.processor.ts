import { Injectable } from '@nestjs/common';
import { agreementChanged } from '@app/agreements';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { PlanAlerts } from '../use-cases/plan-alerts';

/** Plans an agreement at once when it is logged or changed: its deadlines may have moved. */
@Injectable()
export class AgreementChangedProcessor implements JobHandler<{ agreementId: string }> {
  readonly job = agreementChanged;

  constructor(
    private readonly transactions: Transactions,
    private readonly planAlerts: PlanAlerts,
  ) {}

  async handle({ agreementId }: { agreementId: string }, delivery: Delivery): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.planAlerts.execute({ agreementId });
      await delivery.complete(tx);
    });
  }
}
