import { DynamicModule, Module } from '@nestjs/common';
import { AUDIT_ENTITIES, AuditModule } from '@app/audit';
import { ClockModule, ConfigModule, DatabaseModule, Settings } from '@app/platform';
import { RecordExport } from './record-export';

/** What reading the whole audit trail, and saying so in it, needs of the features. */
@Module({})
export class AuditProofModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AuditProofModule,
      imports: [ConfigModule.with(settings), ClockModule, DatabaseModule.with(AUDIT_ENTITIES), AuditModule],
      providers: [RecordExport],
    };
  }
}
