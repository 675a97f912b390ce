import {
  FieldViolation,
  QualifiedAmount,
  isExactValue,
  isMoneyUnit,
  isUnit,
  looksLikeIdentityNumber,
  parseCalendarDate,
  parsePublishedDate,
} from '@app/kernel';
import type { StatedDate } from './agreement-document';
import type { DraftCitation, DraftCommitment, DraftDocument } from './draft-document';
import { COMMITMENT_KIND_DEFINITIONS } from './kinds';
import { missingIn } from './missing-parts';

/**
 * What is wrong with a document, be it finished or not: dates that are none, figures without an exact value, parts
 * that point to nothing. What is only missing is not wrong.
 * @returns one violation a field, with the field's path as `commitments[0].deadline`.
 */
export function checkDraft(document: DraftDocument): FieldViolation[] {
  return [
    ...checkDate('legalStateSince', document.legalStateSince),
    ...checkSigning(document),
    ...checkAmount('amount', document.amount),
    ...checkLocalIds(document),
    ...document.signatories.flatMap((signatory, index) => [
      ...checkReference(`signatories[${index}].partyId`, signatory.partyId, idsOf(document.parties)),
      ...checkNotBoth(`signatories[${index}].personId`, signatory.personId, signatory.absence),
      ...checkPersonalText(`signatories[${index}].capacity`, signatory.capacity),
      ...checkPersonalText(`signatories[${index}].note`, signatory.note),
    ]),
    ...document.commitments.flatMap((commitment, index) =>
      checkCommitment(`commitments[${index}]`, commitment, document),
    ),
    ...document.citations.flatMap((citation, index) => [
      ...checkCitation(`citations[${index}]`, citation, document),
      ...checkDay(`citations[${index}].readOn`, citation.readOn ?? null),
    ]),
  ];
}

/** What keeps a document from becoming a version: what is wrong in it, and what a whole document needs. */
export function checkDocument(document: DraftDocument): FieldViolation[] {
  return [...checkDraft(document), ...missingIn(document)];
}

function checkSigning({ signing }: DraftDocument): FieldViolation[] {
  return [
    ...checkDate('signing.date', signing.date),
    ...checkNotBoth('signing.date', signing.date, signing.dateAbsence),
    ...(signing.sharesEventAmount && signing.eventId === null
      ? [{ field: 'signing.sharesEventAmount', code: 'event_missing' }]
      : []),
  ];
}

function checkCommitment(
  path: string,
  commitment: DraftCommitment,
  document: DraftDocument,
): FieldViolation[] {
  const kind = commitment.kind && COMMITMENT_KIND_DEFINITIONS[commitment.kind];
  const units = kind?.units ?? null;
  const found = [
    ...checkReference(`${path}.obligorPartyId`, commitment.obligorPartyId, idsOf(document.parties)),
    ...checkPartOf(`${path}.partOfId`, commitment, document),
    ...checkDate(`${path}.deadline`, commitment.deadline),
    ...checkNotBoth(`${path}.deadline`, commitment.deadline, commitment.deadlineAbsence),
    ...checkQuantity(`${path}.quantity`, commitment.quantity, units),
    ...checkQuantity(`${path}.baseline`, commitment.baseline, units),
    ...commitment.milestones.flatMap((milestone, index) => [
      ...checkDate(`${path}.milestones[${index}].deadline`, milestone.deadline),
      ...checkQuantity(`${path}.milestones[${index}].quantity`, milestone.quantity, units),
    ]),
  ];
  if (kind && commitment.measure && !kind.measures.includes(commitment.measure)) {
    found.push({
      field: `${path}.measure`,
      code: 'measure_of_kind',
      values: { choices: kind.measures.join(', ') },
    });
  }
  if (commitment.measure && commitment.measure !== 'quantity' && commitment.quantity !== null) {
    found.push({ field: `${path}.quantity`, code: 'quantity_without_measure' });
  }
  if (commitment.place.scope !== 'regions' && commitment.place.regionCodes.length > 0) {
    found.push({ field: `${path}.place.regionCodes`, code: 'place_scope' });
  }
  return found;
}

/** A part belongs to a total of the same document, which is no part itself. */
function checkPartOf(field: string, { id, partOfId }: DraftCommitment, document: DraftDocument) {
  if (partOfId === null) return [];
  const total = document.commitments.find((one) => one.id === partOfId);
  return total && total.id !== id && total.partOfId === null ? [] : [{ field, code: 'unknown_reference' }];
}

function checkQuantity(
  path: string,
  quantity: { readonly value: number | null; readonly unit: string | null } | null,
  units: readonly string[] | null,
): FieldViolation[] {
  if (quantity === null || quantity.unit === null) return [];
  const { unit, value } = quantity;
  const ofKind = units === null || units.includes(unit) || (units.includes('money') && isMoneyUnit(unit));
  if (!isUnit(unit) || !ofKind) {
    const choices = units?.join(', ') || '–';
    return [{ field: `${path}.unit`, code: 'unit_of_kind', values: { choices } }];
  }
  if (value === null || isExactValue(value, unit)) return [];
  return [{ field: `${path}.value`, code: 'inexact_value' }];
}

function checkAmount(path: string, amount: QualifiedAmount | null): FieldViolation[] {
  if (amount === null || isExactValue(amount.value, amount.currency)) return [];
  return [{ field: `${path}.value`, code: 'inexact_value' }];
}

function checkCitation(path: string, citation: DraftCitation, document: DraftDocument): FieldViolation[] {
  const field = `${path}.subjectId`;
  if (citation.subject === null) return [];
  if (citation.subject === 'agreement') {
    return citation.subjectId === null ? [] : [{ field, code: 'unknown_reference' }];
  }
  const subjects: Record<Exclude<DraftCitation['subject'], null | 'agreement'>, readonly string[]> = {
    party: idsOf(document.parties),
    signatory: idsOf(document.signatories),
    commitment: idsOf(document.commitments),
    milestone: document.commitments.flatMap(({ milestones }) => idsOf(milestones)),
  };
  return checkReference(field, citation.subjectId, subjects[citation.subject]);
}

/** Ids inside a document name one part each, whatever its kind. */
function checkLocalIds(document: DraftDocument): FieldViolation[] {
  const lists = {
    parties: document.parties,
    signatories: document.signatories,
    commitments: document.commitments,
    citations: document.citations,
  };
  const seen = new Set<string>();
  const found: FieldViolation[] = [];
  const note = (field: string, id: string) => {
    if (seen.has(id)) found.push({ field, code: 'id_repeated' });
    seen.add(id);
  };
  for (const [name, parts] of Object.entries(lists)) {
    parts.forEach(({ id }, index) => note(`${name}[${index}].id`, id));
  }
  document.commitments.forEach(({ milestones }, index) =>
    milestones.forEach(({ id }, inner) => note(`commitments[${index}].milestones[${inner}].id`, id)),
  );
  return found;
}

/** What is said of a person holds no number of an identity card. */
function checkPersonalText(field: string, text: string | null): FieldViolation[] {
  return looksLikeIdentityNumber(text ?? '') ? [{ field, code: 'identity_number' }] : [];
}

function checkDate(path: string, date: StatedDate | null): FieldViolation[] {
  return date === null || parsePublishedDate(date.stated)
    ? []
    : [{ field: `${path}.stated`, code: 'not_a_date' }];
}

function checkDay(field: string, day: string | null): FieldViolation[] {
  return day === null || parseCalendarDate(day) ? [] : [{ field, code: 'not_a_day' }];
}

function checkReference(field: string, id: string | null, known: readonly string[]): FieldViolation[] {
  return id === null || known.includes(id) ? [] : [{ field, code: 'unknown_reference' }];
}

/** A fact is there, or its absence is explained, and never both. */
function checkNotBoth(field: string, fact: unknown, absence: unknown): FieldViolation[] {
  return fact !== null && absence !== null ? [{ field, code: 'fact_or_absence' }] : [];
}

function idsOf(parts: readonly { readonly id: string }[]): string[] {
  return parts.map(({ id }) => id);
}
