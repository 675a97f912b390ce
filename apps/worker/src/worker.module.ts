import { DynamicModule, Module } from '@nestjs/common';
import { AGREEMENTS_ENTITIES, AGREEMENTS_JOBS } from '@app/agreements';
import { ALERTS_ENTITIES, ALERTS_JOBS } from '@app/alerts';
import { AUDIT_ENTITIES, AUDIT_JOBS, AuditModule } from '@app/audit';
import { DELIVERY_ENTITIES, DELIVERY_JOBS } from '@app/delivery';
import { IDENTITY_ENTITIES, IDENTITY_JOBS, IdentityModule } from '@app/identity';
import { INDICATORS_ENTITIES } from '@app/indicators';
import { ORGANISATIONS_ENTITIES } from '@app/organisations';
import {
  ClockModule,
  ConfigModule,
  DatabaseModule,
  FILES_JOBS,
  FilesModule,
  HealthModule,
  MailModule,
  ObservabilityModule,
  OutboxModule,
  QueueModule,
  Settings,
} from '@app/platform';
import { PRIVACY_ENTITIES, PRIVACY_JOBS } from '@app/privacy';
import { REFERENCE_ENTITIES, ReferenceModule } from '@app/reference';

/** The queue and schedule process: the features' jobs. */
@Module({})
export class WorkerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(settings),
        ClockModule,
        DatabaseModule.with([
          ...AUDIT_ENTITIES,
          ...IDENTITY_ENTITIES,
          ...REFERENCE_ENTITIES,
          ...ORGANISATIONS_ENTITIES,
          ...AGREEMENTS_ENTITIES,
          ...DELIVERY_ENTITIES,
          ...ALERTS_ENTITIES,
          ...INDICATORS_ENTITIES,
          ...PRIVACY_ENTITIES,
        ]),
        OutboxModule,
        HealthModule.with({ withoutQueue: 'unavailable' }),
        ObservabilityModule,
        MailModule,
        FilesModule,
        AuditModule,
        IdentityModule,
        ReferenceModule,
        QueueModule.with([
          FILES_JOBS,
          AUDIT_JOBS,
          IDENTITY_JOBS,
          AGREEMENTS_JOBS,
          DELIVERY_JOBS,
          ALERTS_JOBS,
          PRIVACY_JOBS,
        ]),
      ],
    };
  }
}
