import { DynamicModule, Module } from '@nestjs/common';
import { AUDIT_ENTITIES, AuditModule } from '@app/audit';
import { ClockModule, ConfigModule, DatabaseModule, Settings } from '@app/platform';
import { ReferenceModule } from '@app/reference';
import { RecordRestoration } from './record-restoration';

/** What it takes to say in the trail that a register was restored, and to sign it. */
@Module({})
export class RestorationModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: RestorationModule,
      imports: [
        ConfigModule.with(settings),
        ClockModule,
        DatabaseModule.with(AUDIT_ENTITIES),
        AuditModule,
        ReferenceModule,
      ],
      providers: [RecordRestoration],
    };
  }
}
