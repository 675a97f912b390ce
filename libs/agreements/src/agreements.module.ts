import { Inject, Module } from '@nestjs/common';
import { AccessModule } from '@app/identity';
import { MergeFollowers, OrganisationsInScope, OrganisationsModule } from '@app/organisations';
import { LEGAL_LIFE, LEGAL_LIFE_USE_CASES } from './use-cases/legal-life';
import { FilesModule } from '@app/platform';
import { AgreementFileRepository } from './persistence/agreement-file.repository';
import { AgreementFacetsRepository } from './persistence/agreement-facets.repository';
import { AgreementRepository } from './persistence/agreement.repository';
import { ChainRepository } from './persistence/chain.repository';
import { ContradictionRepository } from './persistence/contradiction.repository';
import { DraftRepository } from './persistence/draft.repository';
import { DuplicateRepository } from './persistence/duplicate.repository';
import { EventRepository } from './persistence/event.repository';
import { FindingRepository } from './persistence/finding.repository';
import { MergedNamesRepository } from './persistence/merged-names.repository';
import { NamedPartsRepository } from './persistence/named-parts.repository';
import { observeDeadlines } from './persistence/observe-deadlines';
import { SearchRepository } from './persistence/search.repository';
import { SignedByRepository } from './persistence/signed-by.repository';
import { SourceRepository } from './persistence/source.repository';
import { VersionRepository } from './persistence/version.repository';
import { WorkListRepository } from './persistence/work-list.repository';
import { WorkLists } from './persistence/work-lists';
import { namedInVisibleAgreements } from './persistence/visible-agreements';
import { ActOnDraft } from './use-cases/act-on-draft';
import { AgreementsInScope } from './use-cases/agreements-in-scope';
import { AnnotateAgreement } from './use-cases/annotate-agreement';
import { CarryDraftOver } from './use-cases/carry-draft-over';
import { CountAgreements } from './use-cases/count-agreements';
import { CorrectEvent } from './use-cases/correct-event';
import { CorrectSource } from './use-cases/correct-source';
import { DecideContradiction } from './use-cases/decide-contradiction';
import { DecideDuplicate } from './use-cases/decide-duplicate';
import { DraftAgreement } from './use-cases/draft-agreement';
import { EffectsPreview } from './use-cases/effects-preview';
import { ExportSignatures } from './use-cases/export-signatures';
import { FindAgreement } from './use-cases/find-agreement';
import { FindChain } from './use-cases/find-chain';
import { OfferUpkeep } from './use-cases/offer-upkeep';
import { FindDraft } from './use-cases/find-draft';
import { FindDuplicates } from './use-cases/find-duplicates';
import { FindAgreementFile } from './use-cases/find-agreement-file';
import { FindEvent } from './use-cases/find-event';
import { FindLiveFile } from './use-cases/find-live-file';
import { FindPublishedAgreement } from './use-cases/find-published-agreement';
import { FindSource } from './use-cases/find-source';
import { GrantOverride } from './use-cases/grant-override';
import { LinkAgreements } from './use-cases/link-agreements';
import { LinkPromises } from './use-cases/link-promises';
import { ListAgreements } from './use-cases/list-agreements';
import { ListCitations } from './use-cases/list-citations';
import { ListContradictions } from './use-cases/list-contradictions';
import { ListFindings } from './use-cases/list-findings';
import { ListVersions } from './use-cases/list-versions';
import { LockCurrent } from './use-cases/lock-current';
import { LockRecord } from './use-cases/lock-record';
import { LogAgreement } from './use-cases/log-agreement';
import { MakeCurrent } from './use-cases/make-current';
import { OpenDraft } from './use-cases/open-draft';
import { OpenRecord } from './use-cases/open-record';
import { PreviewDraft } from './use-cases/preview-draft';
import { PromoteDraft } from './use-cases/promote-draft';
import { ReadDraft } from './use-cases/read-draft';
import { ReadAsOf } from './use-cases/read-as-of';
import { ReadWorkLists } from './use-cases/read-work-lists';
import { OpenAgreementFile } from './use-cases/open-agreement-file';
import { RecordAgreementFile } from './use-cases/record-agreement-file';
import { RecordEvent } from './use-cases/record-event';
import { RecordSource } from './use-cases/record-source';
import { RefreshSearch } from './use-cases/refresh-search';
import { RequireScope } from './use-cases/require-scope';
import { WithdrawLink } from './use-cases/withdraw-link';
import { SearchImpossible } from './use-cases/search-impossible';
import { SaveDraft } from './use-cases/save-draft';
import { StandsInFor } from './use-cases/stands-in-for';
import { StoreDocument } from './use-cases/store-document';
import { WriteDraft } from './use-cases/write-draft';
import { WithdrawAgreementFile } from './use-cases/withdraw-agreement-file';

const USE_CASES = [
  ActOnDraft,
  AgreementsInScope,
  AnnotateAgreement,
  CorrectEvent,
  CountAgreements,
  CorrectSource,
  DecideContradiction,
  DecideDuplicate,
  DraftAgreement,
  ExportSignatures,
  FindAgreement,
  FindChain,
  OfferUpkeep,
  FindDraft,
  FindDuplicates,
  GrantOverride,
  FindAgreementFile,
  FindEvent,
  FindLiveFile,
  FindPublishedAgreement,
  FindSource,
  LinkAgreements,
  LinkPromises,
  ListAgreements,
  ListCitations,
  ListContradictions,
  ListFindings,
  ListVersions,
  LogAgreement,
  OpenDraft,
  ReadAsOf,
  ReadWorkLists,
  PreviewDraft,
  OpenAgreementFile,
  RecordAgreementFile,
  RecordEvent,
  RecordSource,
  RefreshSearch,
  SearchImpossible,
  WithdrawLink,
  SaveDraft,
  ...LEGAL_LIFE_USE_CASES,
  WithdrawAgreementFile,
];

/** What was promised: instruments with their versions, sources, signing events and links. */
@Module({
  imports: [AccessModule, FilesModule, OrganisationsModule],
  providers: [
    AgreementFileRepository,
    AgreementFacetsRepository,
    AgreementRepository,
    ChainRepository,
    ContradictionRepository,
    DraftRepository,
    DuplicateRepository,
    VersionRepository,
    EventRepository,
    FindingRepository,
    MergedNamesRepository,
    NamedPartsRepository,
    SearchRepository,
    SignedByRepository,
    SourceRepository,
    WorkListRepository,
    WorkLists,
    RequireScope,
    StoreDocument,
    StandsInFor,
    CarryDraftOver,
    LockRecord,
    MakeCurrent,
    OpenRecord,
    PromoteDraft,
    ReadDraft,
    WriteDraft,
    ...LEGAL_LIFE,
    ...USE_CASES,
  ],
  exports: [...USE_CASES, LockCurrent, RequireScope, WorkLists],
})
export class AgreementsModule {
  constructor(
    @Inject(OrganisationsInScope) organisations: OrganisationsInScope,
    @Inject(EffectsPreview) preview: EffectsPreview,
    @Inject(MergeFollowers) merges: MergeFollowers,
    @Inject(MergedNamesRepository) mergedNames: MergedNamesRepository,
  ) {
    merges.alsoFollows(mergedNames);
    organisations.alsoFor(namedInVisibleAgreements);
    preview.alsoObserve({ area: 'deadline', observe: observeDeadlines });
  }
}
