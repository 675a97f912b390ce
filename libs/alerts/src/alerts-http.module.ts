import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, EffectsPreview } from '@app/agreements';
import { AlertsModule } from './alerts.module';
import { OutboxController } from './http/outbox.controller';
import { ObserveAlerts } from './use-cases/observe-alerts';

/** Routes of this feature, and what it adds to previews. */
@Module({ imports: [AgreementsModule, AlertsModule], controllers: [OutboxController] })
export class AlertsHttpModule {
  constructor(@Inject(EffectsPreview) preview: EffectsPreview, @Inject(ObserveAlerts) alerts: ObserveAlerts) {
    preview.alsoObserve(alerts);
  }
}
