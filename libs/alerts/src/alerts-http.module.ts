import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts.module';
import { OutboxController } from './http/outbox.controller';

/** Routes of this feature. */
@Module({ imports: [AlertsModule], controllers: [OutboxController] })
export class AlertsHttpModule {}
