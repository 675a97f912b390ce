import { DynamicModule, Module } from '@nestjs/common';
import { AlertsModule } from '@app/alerts';
import { AuditModule } from '@app/audit';
import { ClockModule, ConfigModule, DatabaseModule, OutboxModule, Settings } from '@app/platform';

/** What a rehearsal of the alerts needs of the features. */
@Module({})
export class RehearsalModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: RehearsalModule,
      imports: [
        ConfigModule.with(settings),
        ClockModule,
        DatabaseModule.with([]),
        OutboxModule,
        AuditModule,
        AlertsModule,
      ],
    };
  }
}
