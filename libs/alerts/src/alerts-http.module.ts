import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, EffectsPreview } from '@app/agreements';
import { AlertsModule } from './alerts.module';
import { MailModule } from '@app/platform';
import { ReferenceModule } from '@app/reference';
import { OutboxController } from './http/outbox.controller';
import { SystemController } from './http/system.controller';
import { SystemFiguresRepository } from './persistence/system-figures.repository';
import { DescribeSystem } from './use-cases/describe-system';
import { ObserveAlerts } from './use-cases/observe-alerts';

/** Routes of this feature, and what it adds to previews. */
@Module({
  imports: [AgreementsModule, AlertsModule, MailModule, ReferenceModule],
  controllers: [OutboxController, SystemController],
  providers: [DescribeSystem, SystemFiguresRepository],
})
export class AlertsHttpModule {
  constructor(@Inject(EffectsPreview) preview: EffectsPreview, @Inject(ObserveAlerts) alerts: ObserveAlerts) {
    preview.alsoObserve(alerts);
  }
}
