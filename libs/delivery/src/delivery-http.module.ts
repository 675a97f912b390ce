import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module';
import { AgreementEventsController } from './http/agreement-events.controller';
import { ChangeRequestsController } from './http/change-requests.controller';
import { CommitmentsController } from './http/commitments.controller';
import { DeadlinesController } from './http/deadlines.controller';
import { OwnCommitmentsController } from './http/own-commitments.controller';
import { NoticesController } from './http/notices.controller';
import { ReportsController } from './http/reports.controller';
import { ReportingController } from './http/reporting.controller';
import { LedgerController } from './http/ledger.controller';
import { SettlingController } from './http/settling.controller';
import { SummaryController } from './http/summary.controller';
import { ZonePromisesController } from './http/zone-promises.controller';
import { ReportingModule } from './reporting.module';

@Module({
  imports: [DeliveryModule, ReportingModule],
  controllers: [
    AgreementEventsController,
    ChangeRequestsController,
    CommitmentsController,
    DeadlinesController,
    LedgerController,
    NoticesController,
    OwnCommitmentsController,
    ReportingController,
    ReportsController,
    SettlingController,
    SummaryController,
    ZonePromisesController,
  ],
})
export class DeliveryHttpModule {}
