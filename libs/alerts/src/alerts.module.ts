import { Module } from '@nestjs/common';
import { ReferenceModule } from '@app/reference';
import { PlannerRepository } from './persistence/planner.repository';
import { PlanAlerts } from './use-cases/plan-alerts';

const USE_CASES = [PlanAlerts];

/** Who is told of a deadline, when, and the proof. */
@Module({
  imports: [ReferenceModule],
  providers: [PlannerRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class AlertsModule {}
