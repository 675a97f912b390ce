import { type Absence, FieldViolation, FieldsRefused, parsePublishedDate } from '@app/kernel';
import { optionalTextOf } from '@app/platform';
import type { DocumentPlace, StatedDate } from '../domain/agreement-document';
import type { DraftCommitment, DraftDocument, DraftMilestone, DraftQuantity } from '../domain/draft-document';
import type {
  CommitmentRequest,
  MilestoneRequest,
  PlaceRequest,
  QuantityRequest,
  StatedDateRequest,
} from './agreement-parts.request';
import type { AgreementDocumentRequest } from './agreement.request';

/**
 * The document that a request describes: what is left out becomes null, its absence "not stated".
 * @throws FieldsRefused when a derived part of a date was sent along and disagrees with the date as stated.
 */
export function documentOf(request: AgreementDocumentRequest): DraftDocument {
  const disagreements: FieldViolation[] = [];
  const dateOf = (field: string, date: StatedDateRequest | null | undefined): StatedDate | null => {
    if (!date) return null;
    disagreements.push(...disagreementsOf(field, date));
    return { stated: date.stated };
  };
  const signing = request.signing ?? null;
  const signingDate = dateOf('signing.date', signing?.date);
  const signed = request.legalState === 'signed' || request.legalState === 'in_force';
  const document: DraftDocument = {
    publishedReference: request.publishedReference ?? null,
    title: optionalTextOf(request.title),
    titleStatus: request.titleStatus ?? 'descriptive',
    summary: optionalTextOf(request.summary),
    instrumentType: request.instrumentType ?? null,
    legalState: request.legalState ?? null,
    legalStateSince: dateOf('legalStateSince', request.legalStateSince),
    signing: {
      date: signingDate,
      dateAbsence: signing?.dateAbsence ?? (signingDate === null && signed ? 'not_stated' : null),
      place: signing?.place ?? null,
      eventId: signing?.eventId ?? null,
      sharesEventAmount: signing?.sharesEventAmount ?? false,
    },
    sectorCodes: request.sectorCodes ?? [],
    sectorStated: request.sectorStated ?? null,
    amount: request.amount ?? null,
    parties: (request.parties ?? []).map((party) => ({
      id: party.id,
      role: party.role ?? null,
      organisationId: party.organisationId ?? null,
      described: optionalTextOf(party.described),
      certainty: party.certainty ?? 'stated',
      note: party.note ?? null,
    })),
    partiesAbsence: request.partiesAbsence ?? null,
    signatories: (request.signatories ?? []).map((signatory) => ({
      id: signatory.id,
      role: signatory.role ?? null,
      partyId: signatory.partyId ?? null,
      personId: signatory.personId ?? null,
      absence: signatory.absence ?? null,
      capacity: signatory.capacity ?? null,
      certainty: signatory.certainty ?? 'stated',
      note: signatory.note ?? null,
    })),
    signatoriesAbsence: signatoriesAbsenceOf(request, signed),
    commitments: (request.commitments ?? []).map((commitment, index) =>
      commitmentOf(commitment, (field, date) => dateOf(`commitments[${index}].${field}`, date)),
    ),
    citations: (request.citations ?? []).map((citation) => ({
      id: citation.id,
      sourceId: citation.sourceId ?? null,
      subject: citation.subject ?? null,
      subjectId: citation.subjectId ?? null,
      field: citation.field ?? null,
      stated: citation.stated ?? null,
      locator: citation.locator ?? null,
      readOn: citation.readOn ?? null,
      adopted: citation.adopted ?? true,
      note: citation.note ?? null,
    })),
    sourcing: request.sourcing ?? 'not_stated',
    note: request.note ?? null,
  };
  if (disagreements.length > 0) throw new FieldsRefused(disagreements);
  return document;
}

/** Who signed something signed is named, or the papers do not state it: what is left out is the latter. */
function signatoriesAbsenceOf(
  { signatories, signatoriesAbsence }: AgreementDocumentRequest,
  signed: boolean,
): Absence | null {
  const named = (signatories ?? []).length > 0;
  if (named) return signatoriesAbsence === 'not_stated' ? null : (signatoriesAbsence ?? null);
  return signatoriesAbsence ?? (signed ? 'not_stated' : null);
}

type DateReader = (field: string, date: StatedDateRequest | null | undefined) => StatedDate | null;

function commitmentOf(request: CommitmentRequest, dateOf: DateReader): DraftCommitment {
  const deadline = dateOf('deadline', request.deadline);
  return {
    id: request.id,
    kind: request.kind ?? null,
    title: optionalTextOf(request.title),
    measure: request.measure ?? null,
    quantity: quantityOf(request.quantity),
    baseline: request.baseline ? { ...request.baseline, note: request.baseline.note ?? null } : null,
    obligorPartyId: request.obligorPartyId ?? null,
    partOfId: request.partOfId ?? null,
    proofMethod: request.proofMethod ?? null,
    deadline,
    deadlineAbsence: request.deadlineAbsence ?? (deadline === null ? 'not_stated' : null),
    place: placeOf(request.place),
    milestones: (request.milestones ?? []).map((milestone, index) =>
      milestoneOf(milestone, (field, date) => dateOf(`milestones[${index}].${field}`, date)),
    ),
    note: request.note ?? null,
  };
}

function milestoneOf(request: MilestoneRequest, dateOf: DateReader): DraftMilestone {
  return {
    id: request.id,
    standing: request.standing ?? null,
    title: optionalTextOf(request.title),
    quantity: quantityOf(request.quantity),
    deadline: dateOf('deadline', request.deadline),
  };
}

function quantityOf(request: QuantityRequest | null | undefined): DraftQuantity | null {
  if (!request) return null;
  return {
    qualifier: request.qualifier ?? null,
    value: request.value ?? null,
    unit: request.unit ?? null,
    relation: request.relation ?? 'not_stated',
    stability: request.stability ?? 'not_stated',
    basis: request.basis ?? 'not_stated',
    level: request.level ?? 'firm',
    stated: request.stated ?? null,
  };
}

function placeOf(request: PlaceRequest | null | undefined): DocumentPlace {
  return {
    scope: request?.scope ?? 'not_stated',
    regionCodes: request?.regionCodes ?? [],
    cities: request?.cities ?? [],
    zoneIds: request?.zoneIds ?? [],
    note: request?.note ?? null,
  };
}

function disagreementsOf(field: string, { stated, precision, lastDay }: StatedDateRequest): FieldViolation[] {
  const derived = parsePublishedDate(stated);
  if (derived === null) return [];
  const found: FieldViolation[] = [];
  if (precision && precision !== derived.precision)
    found.push({ field: `${field}.precision`, code: 'date_disagrees' });
  if (lastDay && lastDay !== derived.lastDay)
    found.push({ field: `${field}.lastDay`, code: 'date_disagrees' });
  return found;
}
