import {
  type Citation,
  type Commitment,
  type DraftDocument,
  EMPTY_QUANTITY,
  type Party,
  type Signatory,
  emptyCommitment,
  emptySignatory,
  newPartId,
} from './document';
import { KINDS, type Kind, type Measure, unitsOf } from './kinds';

const ROLE_OF_ORGANISATION = {
  public_body: 'public_authority',
  company: 'investor',
  federation: 'federation',
  training_body: 'training_body',
  other: 'other',
} as const;

/** The role that an organisation of this kind mostly has; one that was chosen stays. */
export function roleFor(party: Party, kind: keyof typeof ROLE_OF_ORGANISATION): Party['role'] {
  return party.role ?? ROLE_OF_ORGANISATION[kind];
}

/** Announcements are announced, everything else is mostly logged once it was signed. */
export function legalStateFor(type: DraftDocument['instrumentType']): DraftDocument['legalState'] {
  if (type === null) return null;
  return type === 'announcement' ? 'announced' : 'signed';
}

/** A further signatory signs for the first party that nobody signs for yet. */
export function nextSignatory(document: DraftDocument): Signatory {
  const signedFor = new Set(document.signatories.map(({ partyId }) => partyId));
  const party = document.parties.find(({ id }) => !signedFor.has(id));
  return { ...emptySignatory(newPartId(document)), partyId: party?.id ?? null };
}

/** A further commitment is owed by the one investor, where there is one. */
export function nextCommitment(document: DraftDocument): Commitment {
  return { ...emptyCommitment(newPartId(document)), obligorPartyId: obligorFor(document, null) };
}

/** A kind brings its measure, its unit and, where one party can owe it alone, who owes it. */
export function withKind(commitment: Commitment, kind: Kind | null, document: DraftDocument): Commitment {
  if (kind === null) return { ...commitment, kind };
  const { measures } = KINDS[kind];
  const measure =
    commitment.measure && measures.includes(commitment.measure) ? commitment.measure : (measures[0] ?? null);
  const others = obligorFor(document, commitment.kind);
  const obligorPartyId =
    commitment.obligorPartyId === null || commitment.obligorPartyId === others
      ? obligorFor(document, kind)
      : commitment.obligorPartyId;
  return withMeasure({ ...commitment, kind, obligorPartyId }, measure);
}

/** A measured commitment has a figure in a unit of its kind; the others have none. */
export function withMeasure(commitment: Commitment, measure: Measure | null): Commitment {
  if (measure !== 'quantity') return { ...commitment, measure, quantity: null };
  const units = unitsOf(commitment.kind);
  const quantity = commitment.quantity ?? EMPTY_QUANTITY;
  const unit = quantity.unit !== null && units.includes(quantity.unit) ? quantity.unit : (units[0] ?? null);
  return { ...commitment, measure, quantity: { ...quantity, unit } };
}

function obligorFor({ parties }: DraftDocument, kind: Kind | null): string | null {
  const owing = parties.filter(({ role }) =>
    kind === 'public_support' ? role === 'public_authority' : role === 'investor',
  );
  return owing.length === 1 ? (owing[0]?.id ?? null) : null;
}

/** How many sources speak, as far as the citations tell. */
export function sourcingOf(citations: readonly Citation[]): DraftDocument['sourcing'] {
  const sources = new Set(citations.flatMap(({ sourceId }) => sourceId ?? []));
  if (sources.size === 0) return 'not_stated';
  return sources.size === 1 ? 'one_source' : 'several_sources';
}

/** The document without a part, and without what refers to it. */
export function withoutPart(document: DraftDocument, id: string): DraftDocument {
  const others = <Part extends { readonly id: string }>(parts: readonly Part[]) =>
    parts.filter((one) => one.id !== id);
  const commitment = document.commitments.find((one) => one.id === id);
  const gone = new Set([id, ...(commitment?.milestones.map((one) => one.id) ?? [])]);
  return {
    ...document,
    parties: others(document.parties),
    signatories: others(document.signatories).map((one) => ({
      ...one,
      partyId: one.partyId === id ? null : one.partyId,
    })),
    commitments: others(document.commitments).map((one) => ({
      ...one,
      obligorPartyId: one.obligorPartyId === id ? null : one.obligorPartyId,
      partOfId: one.partOfId === id ? null : one.partOfId,
      milestones: others(one.milestones),
    })),
    citations: others(document.citations).filter(
      ({ subjectId }) => subjectId === null || !gone.has(subjectId),
    ),
  };
}
