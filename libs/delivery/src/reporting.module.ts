import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, WorkLists } from '@app/agreements';
import { AccessModule } from '@app/identity';
import { ReferenceModule } from '@app/reference';
import { reportingNotAgreed } from './persistence/report-work-lists';
import { ReportingRepository } from './persistence/reporting.repository';
import { ArrangeReporting } from './use-cases/arrange-reporting';
import { AskForReports } from './use-cases/ask-for-reports';
import { FindReporting } from './use-cases/find-reporting';
import { RecordReportStep } from './use-cases/record-report-step';

const USE_CASES = [ArrangeReporting, AskForReports, FindReporting];

/** When agreements report, what they report, and who decides about it. */
@Module({
  imports: [AccessModule, AgreementsModule, ReferenceModule],
  providers: [ReportingRepository, RecordReportStep, ...USE_CASES],
  exports: USE_CASES,
})
export class ReportingModule {
  constructor(@Inject(WorkLists) workLists: WorkLists) {
    workLists.alsoWaiting(reportingNotAgreed);
  }
}
