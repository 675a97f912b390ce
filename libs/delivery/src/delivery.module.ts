import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, EffectsPreview, SettledCommitments } from '@app/agreements';
import { ReferenceModule } from '@app/reference';
import { CommitmentRepository } from './persistence/commitment.repository';
import { CountingLinksRepository } from './persistence/counting-links.repository';
import { DecisionRepository } from './persistence/decision.repository';
import { SETTLED } from './persistence/decision.sql';
import { LedgerRepository } from './persistence/ledger.repository';
import { PromisedSummaryRepository } from './persistence/promised-summary.repository';
import { ReferenceCodesRepository } from './persistence/reference-codes.repository';
import { DescribeCommitment } from './use-cases/describe-commitment';
import { FindCommitment } from './use-cases/find-commitment';
import { FindZonePromises } from './use-cases/find-zone-promises';
import { ListCommitments } from './use-cases/list-commitments';
import { ListDecisions } from './use-cases/list-decisions';
import { LockPromise } from './use-cases/lock-promise';
import { ObserveStatements } from './use-cases/observe-statements';
import { ObserveTotals } from './use-cases/observe-totals';
import { SettleCommitment } from './use-cases/settle-commitment';
import { ShowLedger } from './use-cases/show-ledger';
import { SummarisePromises } from './use-cases/summarise-promises';
import { UncountedFigures } from './use-cases/uncounted-figures';
import { WithdrawDecision } from './use-cases/withdraw-decision';

const USE_CASES = [
  DescribeCommitment,
  FindCommitment,
  FindZonePromises,
  ListCommitments,
  ListDecisions,
  SettleCommitment,
  ShowLedger,
  SummarisePromises,
  WithdrawDecision,
];

/** What became of the promises: statuses derived from facts, lists and totals of them. */
@Module({
  imports: [AgreementsModule, ReferenceModule],
  providers: [
    CommitmentRepository,
    CountingLinksRepository,
    DecisionRepository,
    LedgerRepository,
    LockPromise,
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
  ) {
    settled.alsoWhen(SETTLED);
    preview.alsoObserve(totals);
    preview.alsoObserve(statements);
  }
}
