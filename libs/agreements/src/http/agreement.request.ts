import { ABSENCES, type Absence } from '@app/kernel';
import { IntersectionType } from '@nestjs/swagger';
import {
  AsOfDay,
  CalendarDay,
  Choice,
  Flag,
  PageQuery,
  Part,
  Parts,
  RecordReference,
  Several,
  SeveralReferences,
  Text,
  TextInLanguages,
  TextList,
} from '@app/platform';
import {
  INSTRUMENT_TYPES,
  type InstrumentType,
  LOGGED_LEGAL_STATES,
  type LoggedLegalState,
  SOURCING,
  TITLE_STATUSES,
} from '../domain/agreement-document';
import { LEGAL_STATES } from '../domain/legal-states';
import {
  AGREEMENT_SORTS,
  AGREEMENT_STAGES,
  type AgreementSort,
  type AgreementStage,
} from '../use-cases/list-agreements';
import {
  AmountRequest,
  CitationRequest,
  CommitmentRequest,
  PartyRequest,
  SignatoryRequest,
  SigningRequest,
  StatedDateRequest,
} from './agreement-parts.request';

/**
 * The document of an agreement: what its papers state. A draft may leave out what it does not know yet; what is there
 * must be right.
 */
export class AgreementDocumentRequest {
  @Text({ max: 60, optional: true, description: 'Reference under which the instrument was published' })
  publishedReference?: string | null;

  @Part(() => TextInLanguages, { optional: true })
  title?: TextInLanguages | null;

  @Choice(TITLE_STATUSES, { optional: true, description: 'descriptive when left out' })
  titleStatus?: (typeof TITLE_STATUSES)[number] | null;

  @Part(() => TextInLanguages, { optional: true })
  summary?: TextInLanguages | null;

  @Choice(INSTRUMENT_TYPES, { optional: true })
  instrumentType?: InstrumentType | null;

  @Choice(LOGGED_LEGAL_STATES, { optional: true })
  legalState?: LoggedLegalState | null;

  @Part(() => StatedDateRequest, { optional: true })
  legalStateSince?: StatedDateRequest | null;

  @Part(() => SigningRequest, { optional: true })
  signing?: SigningRequest | null;

  @TextList({ max: 20, size: 20, optional: true })
  sectorCodes?: string[] | null;

  @Text({ max: 300, optional: true, description: 'The sector in the words of the paper' })
  sectorStated?: string | null;

  @Part(() => AmountRequest, { optional: true })
  amount?: AmountRequest | null;

  @Parts(() => PartyRequest, { optional: true, size: 100 })
  parties?: PartyRequest[] | null;

  @Choice(ABSENCES, { optional: true, description: 'Why parties are missing' })
  partiesAbsence?: Absence | null;

  @Parts(() => SignatoryRequest, { optional: true, size: 100 })
  signatories?: SignatoryRequest[] | null;

  @Choice(ABSENCES, { optional: true, description: 'Why signatories are missing' })
  signatoriesAbsence?: Absence | null;

  @Parts(() => CommitmentRequest, { optional: true, size: 100 })
  commitments?: CommitmentRequest[] | null;

  @Parts(() => CitationRequest, { optional: true, size: 300 })
  citations?: CitationRequest[] | null;

  @Choice(SOURCING, { optional: true })
  sourcing?: (typeof SOURCING)[number] | null;

  @Text({ optional: true })
  note?: string | null;
}

/** A new agreement: its document, and what the register adds to it. */
export class LogAgreementRequest extends AgreementDocumentRequest {
  @RecordReference({
    optional: true,
    description: "Position that follows the agreement; the register's when left out",
  })
  ownerPositionId?: string | null;

  @TextList({ max: 60, size: 30, optional: true })
  tags?: string[] | null;

  @Text({ optional: true, description: 'Why it is logged, for whoever verifies it' })
  reason?: string | null;
}

/** What may be changed without touching what was promised. */
export class AnnotateAgreementRequest {
  @Part(() => TextInLanguages, { optional: true })
  title?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  summary?: TextInLanguages | null;

  @RecordReference({ optional: true })
  ownerPositionId?: string | null;

  @TextList({ max: 60, size: 30, optional: true })
  tags?: string[] | null;
}

const CODE = /^[\w.-]{1,20}$/;

/** What a list of agreements, and its facets, may be narrowed to. */
export class AgreementFilterQuery {
  @AsOfDay()
  asOf?: string | null;

  @Text({ max: 200, optional: true, description: 'Words of titles, parties and references, in any script' })
  q?: string | null;

  @Several({ among: INSTRUMENT_TYPES, optional: true })
  instrumentType?: string[] | null;

  @Several({ among: LEGAL_STATES, optional: true })
  legalState?: string[] | null;

  @Several({ pattern: CODE, optional: true, description: 'Codes of sectors, or none' })
  sector?: string[] | null;

  @Several({ pattern: CODE, optional: true, description: 'Codes of regions, or none' })
  region?: string[] | null;

  @RecordReference({ optional: true })
  organisation?: string | null;

  @SeveralReferences({ orNone: true, optional: true, description: 'Signing events, or none' })
  event?: string[] | null;

  @CalendarDay({ optional: true })
  signedFrom?: string | null;

  @CalendarDay({ optional: true })
  signedTo?: string | null;

  @Text({ max: 60, optional: true })
  tag?: string | null;

  @SeveralReferences({ optional: true, description: 'Positions that follow the agreement' })
  owner?: string[] | null;

  @Several({
    pattern: /^(?:[12]\d{3}|none)$/,
    optional: true,
    description: 'Years of the first deadline, or none',
  })
  deadlineYear?: string[] | null;

  @Flag({ optional: true, description: 'Whether the public reads it' })
  published?: boolean | null;

  @Choice(AGREEMENT_STAGES, {
    optional: true,
    description: 'Agreements with a current version (when left out), or those that were only drafted',
  })
  stage?: AgreementStage | null;
}

export class ListAgreementsQuery extends IntersectionType(PageQuery, AgreementFilterQuery) {
  @Choice(AGREEMENT_SORTS, {
    optional: true,
    description:
      'recorded when left out; a title as in the language of the reader; what has no date comes last either way',
  })
  sort?: AgreementSort | null;
}
