import { Module } from '@nestjs/common';
import { AgreementsModule } from '@app/agreements';
import { ReportingModule } from '@app/delivery';
import { OrganisationsModule } from '@app/organisations';
import { MailModule } from '@app/platform';
import { ReferenceModule } from '@app/reference';
import { DataRequestRepository } from './persistence/data-request.repository';
import { ProcessingRepository } from './persistence/processing.repository';
import { RetentionRunRepository } from './persistence/retention-run.repository';
import { ApplyRetention } from './use-cases/apply-retention';
import { CarryOutErasure } from './use-cases/carry-out-erasure';
import { CloseDataRequest } from './use-cases/close-data-request';
import { CorrectDataRequest } from './use-cases/correct-data-request';
import { CorrectProcessing } from './use-cases/correct-processing';
import { DecideDataRequest } from './use-cases/decide-data-request';
import { ExportDataRequest } from './use-cases/export-data-request';
import { FindDataRequest } from './use-cases/find-data-request';
import { FindProcessing } from './use-cases/find-processing';
import { ListDataRequests } from './use-cases/list-data-requests';
import { ListProcessings } from './use-cases/list-processings';
import { ListRetentionRuns } from './use-cases/list-retention-runs';
import { RecordDataRequest } from './use-cases/record-data-request';
import { RecordProcessing } from './use-cases/record-processing';
import { Today } from './use-cases/today';

const USE_CASES = [
  ApplyRetention,
  CarryOutErasure,
  CloseDataRequest,
  CorrectDataRequest,
  CorrectProcessing,
  DecideDataRequest,
  ExportDataRequest,
  FindDataRequest,
  FindProcessing,
  ListDataRequests,
  ListProcessings,
  ListRetentionRuns,
  RecordDataRequest,
  RecordProcessing,
  Today,
];

/** Personal data: what is done with them, what people ask about them, and when they are erased. */
@Module({
  imports: [AgreementsModule, MailModule, OrganisationsModule, ReferenceModule, ReportingModule],
  providers: [DataRequestRepository, ProcessingRepository, RetentionRunRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class PrivacyModule {}
