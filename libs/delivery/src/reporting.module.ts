import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, ResumptionFollowers, WorkLists } from '@app/agreements';
import { AccessModule } from '@app/identity';
import { FilesModule, MailModule } from '@app/platform';
import { ReferenceModule } from '@app/reference';
import { EvidenceRepository } from './persistence/evidence.repository';
import { NoticeMailRepository } from './persistence/notice-mail.repository';
import { NoticeRepository } from './persistence/notice.repository';
import { ReportRepository } from './persistence/report.repository';
import { reportingNotAgreed, reportsLate, reportsToReview } from './persistence/report-work-lists';
import { ReportingRepository } from './persistence/reporting.repository';
import { AcceptReport } from './use-cases/accept-report';
import { ArrangeReporting } from './use-cases/arrange-reporting';
import { AskForReports } from './use-cases/ask-for-reports';
import { BeginReport } from './use-cases/begin-report';
import { EraseNominativeEvidence } from './use-cases/erase-nominative-evidence';
import { FindReporting } from './use-cases/find-reporting';
import { FindReports } from './use-cases/find-reports';
import { GiveTimeBack } from './use-cases/give-time-back';
import { HandleEvidence } from './use-cases/handle-evidence';
import { HandleNotices } from './use-cases/handle-notices';
import { RecordReportStep } from './use-cases/record-report-step';
import { SaveReport } from './use-cases/save-report';
import { SendReplyNotice } from './use-cases/send-reply-notice';
import { SubmitReport } from './use-cases/submit-report';
import { TakeReportStep } from './use-cases/take-report-step';

const USE_CASES = [
  ArrangeReporting,
  AskForReports,
  BeginReport,
  EraseNominativeEvidence,
  FindReporting,
  FindReports,
  HandleEvidence,
  HandleNotices,
  SaveReport,
  SendReplyNotice,
  TakeReportStep,
];

/** When agreements report, what they report, and who decides about it. */
@Module({
  imports: [AccessModule, AgreementsModule, FilesModule, MailModule, ReferenceModule],
  providers: [
    ReportingRepository,
    ReportRepository,
    EvidenceRepository,
    NoticeRepository,
    NoticeMailRepository,
    RecordReportStep,
    SubmitReport,
    AcceptReport,
    GiveTimeBack,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class ReportingModule {
  constructor(
    @Inject(WorkLists) workLists: WorkLists,
    @Inject(ResumptionFollowers) resumptions: ResumptionFollowers,
    @Inject(GiveTimeBack) giveTimeBack: GiveTimeBack,
  ) {
    resumptions.alsoFollows(giveTimeBack);
    workLists.alsoWaiting(reportsToReview);
    workLists.alsoWaiting(reportsLate);
    workLists.alsoWaiting(reportingNotAgreed);
  }
}
