import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, EffectsPreview } from '@app/agreements';
import { MergeFollowers, OrganisationsModule } from '@app/organisations';
import { AlertsModule } from './alerts.module';
import { MailModule } from '@app/platform';
import { ReferenceModule } from '@app/reference';
import { OutboxController } from './http/outbox.controller';
import { SystemController } from './http/system.controller';
import { SystemFiguresRepository } from './persistence/system-figures.repository';
import { DescribeSystem } from './use-cases/describe-system';
import { ObserveAlerts } from './use-cases/observe-alerts';
import { TellWhoStays } from './use-cases/tell-who-stays';

/** Routes of this feature, what it adds to previews, and how it follows merges. */
@Module({
  imports: [AgreementsModule, AlertsModule, MailModule, OrganisationsModule, ReferenceModule],
  controllers: [OutboxController, SystemController],
  providers: [DescribeSystem, SystemFiguresRepository, TellWhoStays],
})
export class AlertsHttpModule {
  constructor(
    @Inject(EffectsPreview) preview: EffectsPreview,
    @Inject(ObserveAlerts) alerts: ObserveAlerts,
    @Inject(MergeFollowers) merges: MergeFollowers,
    @Inject(TellWhoStays) tellWhoStays: TellWhoStays,
  ) {
    preview.alsoObserve(alerts);
    merges.alsoFollows(tellWhoStays);
  }
}
