import { Inject, Module } from '@nestjs/common';
import { AgreementsModule, EffectsPreview } from '@app/agreements';
import { ReferenceModule } from '@app/reference';
import { CommitmentRepository } from './persistence/commitment.repository';
import { CountingLinksRepository } from './persistence/counting-links.repository';
import { PromisedSummaryRepository } from './persistence/promised-summary.repository';
import { ReferenceCodesRepository } from './persistence/reference-codes.repository';
import { FindCommitment } from './use-cases/find-commitment';
import { FindZonePromises } from './use-cases/find-zone-promises';
import { ListCommitments } from './use-cases/list-commitments';
import { ObserveStatements } from './use-cases/observe-statements';
import { ObserveTotals } from './use-cases/observe-totals';
import { SummarisePromises } from './use-cases/summarise-promises';
import { UncountedFigures } from './use-cases/uncounted-figures';

const USE_CASES = [ListCommitments, FindCommitment, FindZonePromises, SummarisePromises];

/** What became of the promises: statuses derived from facts, lists and totals of them. */
@Module({
  imports: [AgreementsModule, ReferenceModule],
  providers: [
    CommitmentRepository,
    CountingLinksRepository,
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
  ) {
    preview.alsoObserve(totals);
    preview.alsoObserve(statements);
  }
}
