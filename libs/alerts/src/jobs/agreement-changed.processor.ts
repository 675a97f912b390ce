import { Injectable } from '@nestjs/common';
import { agreementChanged } from '@app/agreements';
import { RefreshStandings } from '@app/delivery';
import { Delivery, JobHandler, Transactions } from '@app/platform';
import { PlanAlerts } from '../use-cases/plan-alerts';

/** When an agreement changes, or what is reported of it: its standings are derived again, and its alerts planned. */
@Injectable()
export class AgreementChangedProcessor implements JobHandler<{ agreementId: string }> {
  readonly job = agreementChanged;

  constructor(
    private readonly transactions: Transactions,
    private readonly standings: RefreshStandings,
    private readonly planAlerts: PlanAlerts,
  ) {}

  async handle({ agreementId }: { agreementId: string }, delivery: Delivery): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.standings.ofAgreement(agreementId);
      await this.planAlerts.execute({ agreementId });
      await delivery.complete(tx);
    });
  }
}
