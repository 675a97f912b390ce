import {
  ABSENCES,
  type Absence,
  BASES,
  type Basis,
  LEVELS,
  type Level,
  QUALIFIERS,
  type Qualifier,
  RELATIONS,
  type Relation,
  STABILITIES,
  type Stability,
} from '@app/kernel';
import {
  CalendarDay,
  Choice,
  Figure,
  Flag,
  Part,
  Parts,
  RecordReference,
  RecordReferences,
  Text,
  TextInLanguages,
  TextList,
} from '@app/platform';
import {
  CERTAINTIES,
  type Certainty,
  CITED_FIELDS,
  CITED_SUBJECTS,
  type CitedField,
  type CitedSubject,
  MILESTONE_STANDINGS,
  type MilestoneStanding,
  PARTY_ROLES,
  PLACE_SCOPES,
  PROOF_METHODS,
  type ProofMethod,
  type PartyRole,
  type PlaceScope,
  SIGNATORY_ROLES,
  type SignatoryRole,
} from '../domain/agreement-document';
import { COMMITMENT_KINDS, type CommitmentKind, MEASURES, type Measure } from '../domain/kinds';

const LOCAL_ID = 'Id of this part: the one it has, or any local key that other parts refer to';

/** A date as a paper states it. What is derived from it may be sent back, and must then agree. */
export class StatedDateRequest {
  @Text({
    max: 30,
    example: '2029',
    description: '2029, 2029-06, 2029-H1, 2029-06-30 or 2029-06-01/2029-06-30',
  })
  stated: string;

  @Text({ max: 20, optional: true, description: 'Derived; refused when it disagrees' })
  precision?: string | null;

  @Text({ max: 10, optional: true, description: 'Derived; refused when it disagrees' })
  lastDay?: string | null;
}

export class PartyRequest {
  @Text({ max: 64, description: LOCAL_ID })
  id: string;

  @Choice(PARTY_ROLES, { optional: true })
  role?: PartyRole | null;

  @RecordReference({ optional: true })
  organisationId?: string | null;

  @Part(() => TextInLanguages, {
    optional: true,
    description: 'How the paper describes parties it does not name',
  })
  described?: TextInLanguages | null;

  @Choice(CERTAINTIES, { optional: true, description: 'stated when left out' })
  certainty?: Certainty | null;

  @Text({ optional: true })
  note?: string | null;
}

export class SignatoryRequest {
  @Text({ max: 64, description: LOCAL_ID })
  id: string;

  @Choice(SIGNATORY_ROLES, { optional: true })
  role?: SignatoryRole | null;

  @Text({ max: 64, optional: true })
  partyId?: string | null;

  @RecordReference({ optional: true })
  personId?: string | null;

  @Choice(ABSENCES, { optional: true, description: 'Why no person is named' })
  absence?: Absence | null;

  @Text({ max: 300, optional: true, personal: true })
  capacity?: string | null;

  @Choice(CERTAINTIES, { optional: true })
  certainty?: Certainty | null;

  @Text({ optional: true, personal: true })
  note?: string | null;
}

/** A figure with its axes. */
export class QuantityRequest {
  @Choice(QUALIFIERS, { optional: true })
  qualifier?: Qualifier | null;

  @Figure({ optional: true, description: 'Null when the paper gives words only' })
  value?: number | null;

  @Text({
    max: 20,
    example: 'jobs',
    optional: true,
    description: 'Null when the paper does not say what it counts',
  })
  unit?: string | null;

  @Choice(RELATIONS, { optional: true })
  relation?: Relation | null;

  @Choice(STABILITIES, { optional: true })
  stability?: Stability | null;

  @Choice(BASES, { optional: true })
  basis?: Basis | null;

  @Choice(LEVELS, { optional: true, description: 'firm when left out' })
  level?: Level | null;

  @Text({ max: 300, optional: true, description: 'The words of the paper' })
  stated?: string | null;
}

export class BaselineRequest {
  @Figure()
  value: number;

  @Text({ max: 20 })
  unit: string;

  @Text({ optional: true })
  note?: string | null;
}

export class PlaceRequest {
  @Choice(PLACE_SCOPES)
  scope: PlaceScope;

  @TextList({ max: 10, size: 50, optional: true })
  regionCodes?: string[] | null;

  @TextList({ size: 50, optional: true })
  cities?: string[] | null;

  @RecordReferences({ optional: true })
  zoneIds?: string[] | null;

  @Text({ optional: true })
  note?: string | null;
}

export class MilestoneRequest {
  @Text({ max: 64, description: LOCAL_ID })
  id: string;

  @Choice(MILESTONE_STANDINGS, { optional: true })
  standing?: MilestoneStanding | null;

  @Part(() => TextInLanguages, { optional: true })
  title?: TextInLanguages | null;

  @Part(() => QuantityRequest, { optional: true })
  quantity?: QuantityRequest | null;

  @Part(() => StatedDateRequest, { optional: true })
  deadline?: StatedDateRequest | null;
}

export class CommitmentRequest {
  @Text({ max: 64, description: LOCAL_ID })
  id: string;

  @Choice(COMMITMENT_KINDS, { optional: true })
  kind?: CommitmentKind | null;

  @Part(() => TextInLanguages, { optional: true })
  title?: TextInLanguages | null;

  @Choice(MEASURES, { optional: true })
  measure?: Measure | null;

  @Part(() => QuantityRequest, { optional: true })
  quantity?: QuantityRequest | null;

  @Part(() => BaselineRequest, { optional: true })
  baseline?: BaselineRequest | null;

  @Text({ max: 64, optional: true, description: 'Id of the party that owes it' })
  obligorPartyId?: string | null;

  @Text({ max: 64, optional: true, description: 'Id of the commitment whose figure includes this one' })
  partOfId?: string | null;

  @Choice(PROOF_METHODS, { optional: true, description: 'How it is to be proven' })
  proofMethod?: ProofMethod | null;

  @Part(() => StatedDateRequest, { optional: true })
  deadline?: StatedDateRequest | null;

  @Choice(ABSENCES, { optional: true, description: 'Why there is no deadline; not_stated when left out' })
  deadlineAbsence?: Absence | null;

  @Part(() => PlaceRequest, { optional: true, description: 'not stated when left out' })
  place?: PlaceRequest | null;

  @Parts(() => MilestoneRequest, { optional: true, size: 50 })
  milestones?: MilestoneRequest[] | null;

  @Text({ optional: true })
  note?: string | null;
}

export class CitationRequest {
  @Text({ max: 64, description: LOCAL_ID })
  id: string;

  @RecordReference({ optional: true })
  sourceId?: string | null;

  @Choice(CITED_SUBJECTS, { optional: true })
  subject?: CitedSubject | null;

  @Text({ max: 64, optional: true, description: 'Id of the part the citation speaks of' })
  subjectId?: string | null;

  @Choice(CITED_FIELDS, { optional: true })
  field?: CitedField | null;

  @Text({ optional: true, description: 'What this source says' })
  stated?: string | null;

  @Text({ max: 300, optional: true, description: 'Where in the source: a page, a paragraph, a minute' })
  locator?: string | null;

  @CalendarDay({ optional: true, description: 'On which day somebody read it there' })
  readOn?: string | null;

  @Flag({ optional: true, description: 'Whether the register follows this source; true when left out' })
  adopted?: boolean | null;

  @Text({ optional: true })
  note?: string | null;
}

export class SigningRequest {
  @Part(() => StatedDateRequest, { optional: true })
  date?: StatedDateRequest | null;

  @Choice(ABSENCES, { optional: true, description: 'Why there is no date' })
  dateAbsence?: Absence | null;

  @Text({ max: 300, optional: true })
  place?: string | null;

  @RecordReference({ optional: true })
  eventId?: string | null;

  @Flag({ optional: true })
  sharesEventAmount?: boolean | null;
}

export class AmountRequest {
  @Figure()
  value: number;

  @Text({ pattern: /^[A-Z]{3}$/, max: 3, example: 'MAD' })
  currency: string;

  @Choice(QUALIFIERS)
  qualifier: Qualifier;
}
