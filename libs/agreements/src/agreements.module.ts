import { Inject, Module } from '@nestjs/common';
import { AccessModule } from '@app/identity';
import { OrganisationsInScope, OrganisationsModule } from '@app/organisations';
import { AgreementRepository } from './persistence/agreement.repository';
import { ChainRepository } from './persistence/chain.repository';
import { ContradictionRepository } from './persistence/contradiction.repository';
import { EventRepository } from './persistence/event.repository';
import { NamedPartsRepository } from './persistence/named-parts.repository';
import { SearchRepository } from './persistence/search.repository';
import { SignedByRepository } from './persistence/signed-by.repository';
import { SourceRepository } from './persistence/source.repository';
import { namedInVisibleAgreements } from './persistence/visible-agreements';
import { AgreementsInScope } from './use-cases/agreements-in-scope';
import { AnnotateAgreement } from './use-cases/annotate-agreement';
import { CorrectEvent } from './use-cases/correct-event';
import { CorrectSource } from './use-cases/correct-source';
import { DecideContradiction } from './use-cases/decide-contradiction';
import { ExportSignatures } from './use-cases/export-signatures';
import { FindAgreement } from './use-cases/find-agreement';
import { FindChain } from './use-cases/find-chain';
import { FindEvent } from './use-cases/find-event';
import { FindSource } from './use-cases/find-source';
import { LinkAgreements } from './use-cases/link-agreements';
import { LinkPromises } from './use-cases/link-promises';
import { ListAgreements } from './use-cases/list-agreements';
import { ListCitations } from './use-cases/list-citations';
import { ListContradictions } from './use-cases/list-contradictions';
import { LogAgreement } from './use-cases/log-agreement';
import { RecordEvent } from './use-cases/record-event';
import { RecordSource } from './use-cases/record-source';
import { RefreshSearch } from './use-cases/refresh-search';
import { ReplaceAgreement } from './use-cases/replace-agreement';
import { RequireScope } from './use-cases/require-scope';
import { StoreVersion } from './use-cases/store-version';
import { WithdrawLink } from './use-cases/withdraw-link';

const USE_CASES = [
  AgreementsInScope,
  AnnotateAgreement,
  CorrectEvent,
  CorrectSource,
  DecideContradiction,
  ExportSignatures,
  FindAgreement,
  FindChain,
  FindEvent,
  FindSource,
  LinkAgreements,
  LinkPromises,
  ListAgreements,
  ListCitations,
  ListContradictions,
  LogAgreement,
  RecordEvent,
  RecordSource,
  RefreshSearch,
  ReplaceAgreement,
  WithdrawLink,
];

/** What was promised: instruments with their versions, sources, signing events and links. */
@Module({
  imports: [AccessModule, OrganisationsModule],
  providers: [
    AgreementRepository,
    ChainRepository,
    ContradictionRepository,
    EventRepository,
    NamedPartsRepository,
    SearchRepository,
    SignedByRepository,
    SourceRepository,
    RequireScope,
    StoreVersion,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class AgreementsModule {
  constructor(@Inject(OrganisationsInScope) organisations: OrganisationsInScope) {
    organisations.alsoFor(namedInVisibleAgreements);
  }
}
