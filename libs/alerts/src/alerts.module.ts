import { Module } from '@nestjs/common';
import { MailModule } from '@app/platform';
import { ReferenceModule } from '@app/reference';
import { DispatchRepository } from './persistence/dispatch.repository';
import { FactRepository } from './persistence/fact.repository';
import { LiveTermRepository } from './persistence/live-term.repository';
import { PlannerRepository } from './persistence/planner.repository';
import { RehearsalRepository } from './persistence/rehearsal.repository';
import { SentMailRepository } from './persistence/sent-mail.repository';
import { DispatchNotification } from './use-cases/dispatch-notification';
import { FindLastPlan } from './use-cases/find-last-plan';
import { ListOutbox } from './use-cases/list-outbox';
import { ObserveAlerts } from './use-cases/observe-alerts';
import { PlanAlerts } from './use-cases/plan-alerts';
import { RehearseAlerts } from './use-cases/rehearse-alerts';
import { WatchRegister } from './use-cases/watch-register';

const REPOSITORIES = [
  LiveTermRepository,
  PlannerRepository,
  FactRepository,
  DispatchRepository,
  RehearsalRepository,
  SentMailRepository,
];
const USE_CASES = [
  FindLastPlan,
  PlanAlerts,
  DispatchNotification,
  ListOutbox,
  ObserveAlerts,
  RehearseAlerts,
  WatchRegister,
];

/** Who is told of a deadline, when, and the proof. */
@Module({
  imports: [MailModule, ReferenceModule],
  providers: [...REPOSITORIES, ...USE_CASES],
  exports: USE_CASES,
})
export class AlertsModule {}
