import { Module } from '@nestjs/common';
import { DeliveryModule } from '@app/delivery';
import type { JobsModule } from '@app/platform';
import { AlertsModule } from './alerts.module';
import { AgreementChangedProcessor } from './jobs/agreement-changed.processor';
import { DispatchNotificationProcessor } from './jobs/dispatch-notification.processor';
import { PlanAlertsProcessor } from './jobs/plan-alerts.processor';

const HANDLERS = [PlanAlertsProcessor, AgreementChangedProcessor, DispatchNotificationProcessor];

@Module({ imports: [AlertsModule, DeliveryModule], providers: HANDLERS, exports: HANDLERS })
export class AlertsJobsModule {}

/** What the worker does for this feature. */
export const ALERTS_JOBS: JobsModule = { module: AlertsJobsModule, handlers: HANDLERS };
