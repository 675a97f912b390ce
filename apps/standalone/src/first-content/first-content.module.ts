import { DynamicModule, Module } from '@nestjs/common';
import { AGREEMENTS_ENTITIES, AgreementsModule } from '@app/agreements';
import { AUDIT_ENTITIES, AuditModule } from '@app/audit';
import { DELIVERY_ENTITIES, ReportingModule } from '@app/delivery';
import { DemonstrationModule, IDENTITY_ENTITIES, IdentityModule } from '@app/identity';
import { INDICATORS_ENTITIES, IndicatorsModule } from '@app/indicators';
import { ORGANISATIONS_ENTITIES, OrganisationsModule } from '@app/organisations';
import { ClockModule, ConfigModule, DatabaseModule, OutboxModule, Settings } from '@app/platform';
import { REFERENCE_ENTITIES, ReferenceModule } from '@app/reference';
import { DemonstrationLoader } from '../demonstration/demonstration-loader';
import { DemonstrationReports } from '../demonstration/demonstration-reports';
import { RegisterLoader } from './register-loader';

/** What the loading of the first content needs of the features. */
@Module({})
export class FirstContentModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: FirstContentModule,
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
          ...INDICATORS_ENTITIES,
        ]),
        OutboxModule,
        AuditModule,
        IdentityModule,
        DemonstrationModule,
        ReferenceModule,
        OrganisationsModule,
        AgreementsModule,
        ReportingModule,
        IndicatorsModule,
      ],
      providers: [DemonstrationLoader, DemonstrationReports, RegisterLoader],
    };
  }
}
