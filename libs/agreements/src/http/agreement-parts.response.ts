/** A text in up to three languages. */
export class TextResponse {
  ar: string | null;
  fr: string | null;
  en: string | null;
}

/** A date as stated, with what is derived from it. */
export class StatedDateResponse {
  stated: string;
  precision: 'day' | 'range' | 'month' | 'half_year' | 'year';
  /** Last day the statement includes (YYYY-MM-DD). */
  lastDay: string;
}

/** A figure with its axes. */
export class QuantityResponse {
  qualifier: string | null;
  value: number | null;
  /** Null when the paper does not say what it counts. */
  unit: string | null;
  relation: string;
  stability: string;
  basis: string;
  level: string;
  stated: string | null;
  /** Why there is no value; null when there is one. */
  absence: string | null;
}

export class BaselineResponse {
  value: number;
  unit: string;
  note: string | null;
}

export class PlaceResponse {
  scope: string;
  regionCodes: string[];
  cities: string[];
  zoneIds: string[];
  note: string | null;
}

export class AmountResponse {
  value: number;
  currency: string;
  qualifier: string;
}

export class PartyResponse {
  id: string;
  role: string | null;
  organisationId: string | null;
  names: TextResponse;
  described: TextResponse | null;
  certainty: string;
  note: string | null;
}

export class ListedPartyResponse {
  id: string;
  role: string;
  organisationId: string | null;
  names: TextResponse;
}

export class SignatoryResponse {
  id: string;
  role: string | null;
  partyId: string | null;
  personId: string | null;
  /** The name as the register prefers it; null when unknown or erased. */
  name: string | null;
  /** `erased` when the person had a name here and it was erased. */
  nameAbsence: 'erased' | null;
  absence: string | null;
  capacity: string | null;
  /** `erased` when a capacity was stated and was erased. */
  capacityAbsence: 'erased' | null;
  certainty: string;
  note: string | null;
}

export class MilestoneResponse {
  id: string;
  /** Published in a paper, agreed with the obligor, or set by the ministry; only the first is a promise. */
  standing: string | null;
  title: TextResponse | null;
  quantity: QuantityResponse | null;
  deadline: StatedDateResponse | null;
}

export class CommitmentOfAgreementResponse {
  id: string;
  kind: string | null;
  title: TextResponse | null;
  measure: string | null;
  quantity: QuantityResponse | null;
  baseline: BaselineResponse | null;
  obligorPartyId: string | null;
  /** The commitment of this agreement whose figure includes this one. */
  partOfId: string | null;
  proofMethod: string | null;
  deadline: StatedDateResponse | null;
  deadlineAbsence: string | null;
  place: PlaceResponse;
  milestones: MilestoneResponse[];
  note: string | null;
}

export class SourceOfCitationResponse {
  id: string;
  url: string;
  title: string | null;
  publisher: string | null;
}

export class CitationResponse {
  id: string;
  source: SourceOfCitationResponse | null;
  subject: string | null;
  subjectId: string | null;
  field: string | null;
  stated: string | null;
  /** Where in the source; null when nobody noted it. */
  locator: string | null;
  /** On which day somebody read it there; null when nobody noted it. */
  readOn: string | null;
  /** Whether the register follows this source; the others are "also reported". */
  adopted: boolean;
  note: string | null;
}

export class EventOfAgreementResponse {
  id: string;
  names: TextResponse;
  amount: AmountResponse | null;
  /** Whether this agreement is one of those that the event's amount covers together. */
  sharesAmount: boolean;
}

export class SigningResponse {
  date: StatedDateResponse | null;
  dateAbsence: string | null;
  place: string | null;
  event: EventOfAgreementResponse | null;
}

export class DeadlineMoveResponse {
  subjectType: string;
  subjectId: string;
  number: number;
  oldStated: string | null;
  oldLastDay: string | null;
  newStated: string | null;
  newLastDay: string | null;
  versionNumber: number;
  recordedOn: string;
  /** `amendment`, `completion`, `rectification` or `suspension` */
  act: string;
  effectiveOn: string;
}

export class LinkResponse {
  id: string;
  kind: string;
  /** Whether the link leads from this agreement to the other, or comes from it. */
  direction: 'to' | 'from';
  agreementId: string;
  reference: string;
  title: TextResponse;
  note: string | null;
}

export class OwnerResponse {
  positionId: string;
  names: TextResponse;
}

export class VersionResponse {
  number: number;
  /** Instant at which it was recorded (ISO 8601). */
  recordedAt: string;
}
