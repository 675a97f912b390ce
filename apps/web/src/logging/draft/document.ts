import type { components } from '../../../.generated/schema';

type Schemas = components['schemas'];
/** As it comes from the server: nothing is left out, and what is not known is null. */
type Whole<T> = { readonly [Key in keyof T]-?: Exclude<T[Key], undefined> };

export type Texts = Schemas['TextInLanguages'];
export type Stated = { readonly stated: string };
export type Absence = NonNullable<Schemas['SigningRequest']['dateAbsence']>;
export type Party = Whole<Schemas['PartyRequest']>;
export type Signatory = Whole<Schemas['SignatoryRequest']>;
export type Quantity = Whole<Schemas['QuantityRequest']>;
export type Baseline = Whole<Schemas['BaselineRequest']>;
export type Citation = Whole<Schemas['CitationRequest']>;
export type Amount = Schemas['AmountRequest'];
export interface Place {
  readonly scope: Schemas['PlaceRequest']['scope'];
  readonly regionCodes: readonly string[];
  readonly cities: readonly string[];
  readonly zoneIds: readonly string[];
  readonly note: string | null;
}
export type Milestone = Omit<Whole<Schemas['MilestoneRequest']>, 'quantity' | 'deadline'> & {
  readonly quantity: Quantity | null;
  readonly deadline: Stated | null;
};
export type Commitment = Omit<
  Whole<Schemas['CommitmentRequest']>,
  'quantity' | 'baseline' | 'deadline' | 'place' | 'milestones'
> & {
  readonly quantity: Quantity | null;
  readonly baseline: Baseline | null;
  readonly deadline: Stated | null;
  readonly place: Place;
  readonly milestones: readonly Milestone[];
};
export type Signing = Omit<Whole<Schemas['SigningRequest']>, 'date' | 'sharesEventAmount'> & {
  readonly date: Stated | null;
  readonly sharesEventAmount: boolean;
};

/** The document of an agreement while it is typed. */
export type DraftDocument = Omit<
  Whole<Schemas['AgreementDocumentRequest']>,
  'legalStateSince' | 'signing' | 'sectorCodes' | 'parties' | 'signatories' | 'commitments' | 'citations'
> & {
  readonly legalStateSince: Stated | null;
  readonly signing: Signing;
  readonly sectorCodes: readonly string[];
  readonly parties: readonly Party[];
  readonly signatories: readonly Signatory[];
  readonly commitments: readonly Commitment[];
  readonly citations: readonly Citation[];
};
export type Amendment = Whole<Schemas['AmendmentRequest']>;

/** All that one save holds. */
export interface DraftContent {
  readonly document: DraftDocument;
  readonly reason: string | null;
  readonly amendment: Amendment | null;
}

export const EMPTY_QUANTITY: Quantity = {
  qualifier: null,
  value: null,
  unit: null,
  relation: 'not_stated',
  stability: 'not_stated',
  basis: 'not_stated',
  level: 'firm',
  stated: null,
};
export const EMPTY_PLACE: Place = {
  scope: 'not_stated',
  regionCodes: [],
  cities: [],
  zoneIds: [],
  note: null,
};
export const EMPTY_AMENDMENT: Amendment = {
  number: null,
  signedOn: null,
  effectiveOn: null,
  rationale: null,
  fileId: null,
  sourceId: null,
};

export function emptyParty(id: string): Party {
  return { id, role: null, organisationId: null, described: null, certainty: 'stated', note: null };
}

export function emptySignatory(id: string): Signatory {
  const unknown = { partyId: null, personId: null, absence: null, capacity: null, note: null };
  return { id, role: 'signatory', certainty: 'stated', ...unknown };
}

export function emptyCommitment(id: string): Commitment {
  return {
    id,
    kind: null,
    title: null,
    measure: null,
    quantity: null,
    baseline: null,
    obligorPartyId: null,
    partOfId: null,
    proofMethod: null,
    deadline: null,
    deadlineAbsence: 'not_stated',
    place: EMPTY_PLACE,
    milestones: [],
    note: null,
  };
}

export function emptyMilestone(id: string): Milestone {
  return { id, standing: 'published', title: null, quantity: null, deadline: null };
}

export function emptyCitation(id: string): Citation {
  return {
    id,
    sourceId: null,
    subject: 'agreement',
    subjectId: null,
    field: 'whole',
    stated: null,
    locator: null,
    readOn: null,
    adopted: true,
    note: null,
  };
}

/** A key that no part of the document has; the server gives each new part an id of its own. */
export function newPartId(document: DraftDocument): string {
  const taken = new Set(idsOf(document));
  for (let number = 1; ; number += 1) if (!taken.has(`part:new-${number}`)) return `part:new-${number}`;
}

/** Ids of all parts in the order of the document. */
export function idsOf(document: DraftDocument): string[] {
  return [
    ...document.parties.map(({ id }) => id),
    ...document.signatories.map(({ id }) => id),
    ...document.commitments.flatMap(({ id, milestones }) => [id, ...milestones.map((one) => one.id)]),
    ...document.citations.map(({ id }) => id),
  ];
}

/** Whether what is logged was signed. */
export function isSigned({ legalState }: Pick<DraftDocument, 'legalState'>): boolean {
  return legalState === 'signed' || legalState === 'in_force';
}

/** Whether there is a text in at least one language. */
export function hasText(texts: Texts | null): boolean {
  return Boolean(texts?.ar?.trim() || texts?.fr?.trim() || texts?.en?.trim());
}
