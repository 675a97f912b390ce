import type {
  Absence,
  Basis,
  Level,
  LocalizedText,
  QualifiedAmount,
  Qualifier,
  Relation,
  Stability,
} from '@app/kernel';
import type { CommitmentKind, Measure } from './kinds';

/** The types of instrument, one for the many names the papers use. */
export const INSTRUMENT_TYPES = [
  'memorandum_of_understanding',
  'investment_convention',
  'partnership_convention',
  'settlement_convention',
  'zone_convention',
  'programme_contract',
  'performance_contract',
  'agreement_unspecified',
  'announcement',
] as const;
export type InstrumentType = (typeof INSTRUMENT_TYPES)[number];

/** Legal states in which an agreement may be logged. */
export const LOGGED_LEGAL_STATES = ['announced', 'under_negotiation', 'signed', 'in_force'] as const;
export type LoggedLegalState = (typeof LOGGED_LEGAL_STATES)[number];

export const TITLE_STATUSES = ['official', 'descriptive'] as const;
export const PARTY_ROLES = [
  'public_authority',
  'investor',
  'developer',
  'operator',
  'federation',
  'training_body',
  'other',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Whether a paper states the fact or a reader presumes it. */
export const CERTAINTIES = ['stated', 'presumed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const SIGNATORY_ROLES = ['signatory', 'in_presence_of'] as const;
export type SignatoryRole = (typeof SIGNATORY_ROLES)[number];

export const PLACE_SCOPES = ['nationwide', 'not_stated', 'regions'] as const;
export type PlaceScope = (typeof PLACE_SCOPES)[number];

export const MILESTONE_STANDINGS = ['published', 'agreed', 'set'] as const;
export type MilestoneStanding = (typeof MILESTONE_STANDINGS)[number];

export const CITED_SUBJECTS = ['agreement', 'party', 'signatory', 'commitment', 'milestone'] as const;
export type CitedSubject = (typeof CITED_SUBJECTS)[number];

/** What a citation speaks of; `whole` is the instrument as recorded. */
export const CITED_FIELDS = [
  'whole',
  'title',
  'signing',
  'party',
  'name',
  'capacity',
  'quantity',
  'baseline',
  'deadline',
  'milestone',
  'place',
  'amount',
  'outcome',
  'other',
] as const;
export type CitedField = (typeof CITED_FIELDS)[number];

/** How a promise is proven, from the weakest to the strongest; `none` is an explicit choice. */
export const PROOF_METHODS = [
  'none',
  'self_declared',
  'company_document',
  'payroll_or_social_security_statement',
  'zone_or_ministry_statement',
  'site_visit',
  'independent_audit',
] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

export const SOURCING = ['one_source', 'several_sources', 'not_stated'] as const;

/** A date as stated; precision, first and last day are derived from it. */
export interface StatedDate {
  readonly stated: string;
}

export interface DocumentParty {
  readonly id: string;
  readonly role: PartyRole;
  readonly organisationId: string | null;
  /** How the paper describes parties it does not name ("four companies"); null when an organisation is named. */
  readonly described: LocalizedText | null;
  readonly certainty: Certainty;
  readonly note: string | null;
}

export interface DocumentSignatory {
  readonly id: string;
  readonly role: SignatoryRole;
  readonly partyId: string | null;
  /** Null when the papers do not publish who signed; `absence` then says so. */
  readonly personId: string | null;
  readonly absence: Absence | null;
  readonly capacity: string | null;
  readonly certainty: Certainty;
  readonly note: string | null;
}

export interface DocumentQuantity {
  readonly qualifier: Qualifier;
  readonly value: number | null;
  /** Null when the paper does not say what it counts: such a figure is kept and added to nothing. */
  readonly unit: string | null;
  readonly relation: Relation;
  readonly stability: Stability;
  readonly basis: Basis;
  readonly level: Level;
  /** The paper's own words where they say more or less than the value ("thousands"). */
  readonly stated: string | null;
}

export interface DocumentBaseline {
  readonly value: number;
  readonly unit: string;
  readonly note: string | null;
}

export interface DocumentPlace {
  readonly scope: PlaceScope;
  readonly regionCodes: readonly string[];
  readonly cities: readonly string[];
  readonly zoneIds: readonly string[];
  readonly note: string | null;
}

export interface DocumentMilestone {
  readonly id: string;
  readonly standing: MilestoneStanding;
  readonly title: LocalizedText;
  readonly quantity: DocumentQuantity | null;
  readonly deadline: StatedDate;
}

export interface DocumentCommitment {
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly title: LocalizedText;
  readonly measure: Measure;
  /** Null for a commitment measured by completion or ongoing: no invented target. */
  readonly quantity: DocumentQuantity | null;
  readonly baseline: DocumentBaseline | null;
  readonly obligorPartyId: string | null;
  /** The commitment of this document whose figure includes this one, so that totals count it once. */
  readonly partOfId: string | null;
  /** How it is to be proven; null when the paper does not say. */
  readonly proofMethod: ProofMethod | null;
  readonly deadline: StatedDate | null;
  /** Why there is no deadline; null when there is one. */
  readonly deadlineAbsence: Absence | null;
  readonly place: DocumentPlace;
  readonly milestones: readonly DocumentMilestone[];
  readonly note: string | null;
}

export interface DocumentCitation {
  readonly id: string;
  readonly sourceId: string;
  readonly subject: CitedSubject;
  /** Id of the party, signatory, commitment or milestone; null for the agreement itself. */
  readonly subjectId: string | null;
  readonly field: CitedField;
  /** What this source says; null when it backs the whole record. */
  readonly stated: string | null;
  /** Where in the source: a page, a paragraph, a minute; null when nobody noted it, as in versions from before. */
  readonly locator?: string | null;
  /** On which day somebody read it there; null when nobody noted it. */
  readonly readOn?: string | null;
  readonly adopted: boolean;
  readonly note: string | null;
}

export interface DocumentSigning {
  readonly date: StatedDate | null;
  readonly dateAbsence: Absence | null;
  readonly place: string | null;
  readonly eventId: string | null;
  /** Whether this agreement is one of those whose amount the event states together. */
  readonly sharesEventAmount: boolean;
}

/**
 * One instrument as the papers state it: the whole of what a version holds. Ids inside are local to the
 * document and stable from version to version. Persons and capacities appear by id only in what is stored.
 */
export interface AgreementDocument {
  readonly publishedReference: string | null;
  readonly title: LocalizedText;
  readonly titleStatus: (typeof TITLE_STATUSES)[number];
  readonly summary: LocalizedText | null;
  readonly instrumentType: InstrumentType;
  readonly legalState: LoggedLegalState;
  readonly legalStateSince: StatedDate | null;
  readonly signing: DocumentSigning;
  readonly sectorCodes: readonly string[];
  /** The sector in the paper's words. */
  readonly sectorStated: string | null;
  readonly amount: QualifiedAmount | null;
  readonly parties: readonly DocumentParty[];
  readonly partiesAbsence: Absence | null;
  readonly signatories: readonly DocumentSignatory[];
  readonly signatoriesAbsence: Absence | null;
  readonly commitments: readonly DocumentCommitment[];
  readonly citations: readonly DocumentCitation[];
  readonly sourcing: (typeof SOURCING)[number];
  readonly note: string | null;
}
