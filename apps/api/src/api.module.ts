import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { AGREEMENTS_ENTITIES, AgreementsHttpModule } from '@app/agreements';
import { ALERTS_ENTITIES, AlertsHttpModule } from '@app/alerts';
import { AUDIT_ENTITIES, AuditHttpModule, AuditModule } from '@app/audit';
import { DELIVERY_ENTITIES, DeliveryHttpModule } from '@app/delivery';
import { IDENTITY_ENTITIES, IdentityHttpModule, IdentityModule } from '@app/identity';
import { INDICATORS_ENTITIES, IndicatorsHttpModule } from '@app/indicators';
import { ORGANISATIONS_ENTITIES, OrganisationsHttpModule } from '@app/organisations';
import {
  ClockModule,
  ConfigModule,
  ConfineInvestorsInterceptor,
  DEFAULT_LANGUAGE,
  DatabaseModule,
  EtagInterceptor,
  FilesModule,
  HealthModule,
  IdempotencyInterceptor,
  LimitsModule,
  NoteRefusalsInterceptor,
  ObservabilityModule,
  OutboxModule,
  ProblemFilter,
  PublicPartInterceptor,
  ServeFilesInterceptor,
  Settings,
} from '@app/platform';
import { PRIVACY_ENTITIES, PrivacyHttpModule } from '@app/privacy';
import { PublicationHttpModule } from '@app/publication';
import { CountryProfile, REFERENCE_ENTITIES, ReferenceHttpModule, ReferenceModule } from '@app/reference';
import { HealthController } from './health/health.controller';

/** Entities of all features; the database module of every process knows them. */
export const ALL_ENTITIES = [
  ...AUDIT_ENTITIES,
  ...IDENTITY_ENTITIES,
  ...REFERENCE_ENTITIES,
  ...ORGANISATIONS_ENTITIES,
  ...AGREEMENTS_ENTITIES,
  ...DELIVERY_ENTITIES,
  ...ALERTS_ENTITIES,
  ...INDICATORS_ENTITIES,
  ...PRIVACY_ENTITIES,
];

/** The HTTP process: the features' routes, and what every request goes through. */
@Module({})
export class ApiModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.with(settings),
        ClockModule,
        DatabaseModule.with(ALL_ENTITIES, { hurried: true }),
        OutboxModule,
        FilesModule,
        LimitsModule,
        HealthModule.with({ withoutQueue: 'degraded' }),
        ObservabilityModule,
        AuditModule,
        AuditHttpModule,
        IdentityModule,
        IdentityHttpModule,
        ReferenceModule,
        ReferenceHttpModule,
        OrganisationsHttpModule,
        AgreementsHttpModule,
        DeliveryHttpModule,
        AlertsHttpModule,
        IndicatorsHttpModule,
        PrivacyHttpModule,
        PublicationHttpModule,
      ],
      controllers: [HealthController],
      providers: [
        {
          provide: DEFAULT_LANGUAGE,
          useFactory: (profile: CountryProfile) => profile.defaultLanguage,
          inject: [CountryProfile],
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: NoteRefusalsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ServeFilesInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ConfineInvestorsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PublicPartInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
