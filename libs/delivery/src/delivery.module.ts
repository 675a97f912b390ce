import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, EffectsPreview, SettledCommitments, WorkLists } from '@app/agreements';
import { AccessModule } from '@app/identity';
import { ReferenceModule } from '@app/reference';
import { AgreementEventRepository } from './persistence/agreement-event.repository';
import { ChangeRequestRepository } from './persistence/change-request.repository';
import { CommitmentFacetsRepository } from './persistence/commitment-facets.repository';
import { CommitmentRepository } from './persistence/commitment.repository';
import { CountingLinksRepository } from './persistence/counting-links.repository';
import { DeadlineRepository } from './persistence/deadline.repository';
import { DeliveryFactsRepository } from './persistence/delivery-facts.repository';
import { DecisionRepository } from './persistence/decision.repository';
import { SETTLED } from './persistence/decision.sql';
import { IS_REACHED } from './persistence/reported.sql';
import { LedgerRepository } from './persistence/ledger.repository';
import { NoticeRepository } from './persistence/notice.repository';
import { OwnDutiesRepository } from './persistence/own-duties.repository';
import { ProgressSummaryRepository } from './persistence/progress-summary.repository';
import { PromisedSummaryRepository } from './persistence/promised-summary.repository';
import { ReferenceCodesRepository } from './persistence/reference-codes.repository';
import { CHANGE_REQUESTS, proposedFulfilments } from './persistence/work-lists';
import { AddUpProgress } from './use-cases/add-up-progress';
import { AddUpPromises } from './use-cases/add-up-promises';
import { AskForChange } from './use-cases/ask-for-change';
import { CloseChangeRequest } from './use-cases/close-change-request';
import { CountCommitments } from './use-cases/count-commitments';
import { DescribeCommitment } from './use-cases/describe-commitment';
import { FindChangeRequests } from './use-cases/find-change-requests';
import { FindCommitment } from './use-cases/find-commitment';
import { FindDelivery } from './use-cases/find-delivery';
import { FindZonePromises } from './use-cases/find-zone-promises';
import { ListAgreementEvents } from './use-cases/list-agreement-events';
import { ListAcceptedFigures } from './use-cases/list-accepted-figures';
import { ListCommitments } from './use-cases/list-commitments';
import { ListDeadlines } from './use-cases/list-deadlines';
import { ListDecisions } from './use-cases/list-decisions';
import { ListOwnCommitments } from './use-cases/list-own-commitments';
import { ListSelectedPromises } from './use-cases/list-selected-promises';
import { LockPromise } from './use-cases/lock-promise';
import { ObserveStatements } from './use-cases/observe-statements';
import { ObserveTotals } from './use-cases/observe-totals';
import { PromiseConditions } from './use-cases/promise-conditions';
import { RefreshStandings } from './use-cases/refresh-standings';
import { SettleCommitment } from './use-cases/settle-commitment';
import { ShowLedger } from './use-cases/show-ledger';
import { ShowSummary } from './use-cases/show-summary';
import { SummariseProgress } from './use-cases/summarise-progress';
import { SummarisePromises } from './use-cases/summarise-promises';
import { UncountedFigures } from './use-cases/uncounted-figures';
import { WithdrawDecision } from './use-cases/withdraw-decision';

const USE_CASES = [
  AddUpProgress,
  AddUpPromises,
  AskForChange,
  CloseChangeRequest,
  CountCommitments,
  DescribeCommitment,
  FindChangeRequests,
  FindCommitment,
  FindDelivery,
  FindZonePromises,
  ListAgreementEvents,
  ListAcceptedFigures,
  ListCommitments,
  ListDeadlines,
  ListDecisions,
  ListOwnCommitments,
  ListSelectedPromises,
  PromiseConditions,
  RefreshStandings,
  SettleCommitment,
  ShowLedger,
  ShowSummary,
  SummariseProgress,
  SummarisePromises,
  WithdrawDecision,
];

/** What became of the promises: statuses derived from facts, lists and totals of them. */
@Module({
  imports: [AccessModule, AgreementsModule, ReferenceModule],
  providers: [
    AgreementEventRepository,
    ChangeRequestRepository,
    CommitmentFacetsRepository,
    CommitmentRepository,
    CountingLinksRepository,
    DeadlineRepository,
    DeliveryFactsRepository,
    DecisionRepository,
    LedgerRepository,
    LockPromise,
    NoticeRepository,
    OwnDutiesRepository,
    ProgressSummaryRepository,
    PromisedSummaryRepository,
    ReferenceCodesRepository,
    ObserveStatements,
    ObserveTotals,
    UncountedFigures,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class DeliveryModule {
  constructor(
    @Inject(EffectsPreview) preview: EffectsPreview,
    @Inject(ObserveTotals) totals: ObserveTotals,
    @Inject(ObserveStatements) statements: ObserveStatements,
    @Inject(SettledCommitments) settled: SettledCommitments,
    @Inject(WorkLists) workLists: WorkLists,
  ) {
    settled.alsoWhen(SETTLED);
    settled.alsoWhen(IS_REACHED);
    workLists.alsoWaiting(CHANGE_REQUESTS);
    workLists.alsoWaiting(proposedFulfilments(settled.condition));
    preview.alsoObserve(totals);
    preview.alsoObserve(statements);
  }
}
