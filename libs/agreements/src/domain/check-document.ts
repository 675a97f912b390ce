import {
  FieldViolation,
  LocalizedText,
  QualifiedAmount,
  isExactValue,
  isMoneyUnit,
  isUnit,
  looksLikeIdentityNumber,
  parseCalendarDate,
  parsePublishedDate,
} from '@app/kernel';
import type {
  AgreementDocument,
  DocumentCitation,
  DocumentCommitment,
  StatedDate,
} from './agreement-document';
import { COMMITMENT_KIND_DEFINITIONS } from './kinds';

/**
 * What a document says that no register can keep: dates that are none, figures without an exact value, parts that
 * point to nothing. Gaps are not among them: what a paper does not say may be missing.
 * @returns one violation a field, with the field's path as `commitments[0].deadline`.
 */
export function checkDocument(document: AgreementDocument): FieldViolation[] {
  return [
    ...checkText('title', document.title),
    ...checkDate('legalStateSince', document.legalStateSince),
    ...checkSigning(document),
    ...checkAmount('amount', document.amount),
    ...checkLocalIds(document),
    ...document.parties.flatMap((party, index) =>
      party.organisationId === null && party.described === null
        ? [{ field: `parties[${index}].organisationId`, code: 'party_unnamed' }]
        : [],
    ),
    ...document.signatories.flatMap((signatory, index) => [
      ...checkReference(`signatories[${index}].partyId`, signatory.partyId, idsOf(document.parties)),
      ...checkEitherOr(`signatories[${index}].personId`, signatory.personId, signatory.absence),
      ...checkPersonalText(`signatories[${index}].capacity`, signatory.capacity),
      ...checkPersonalText(`signatories[${index}].note`, signatory.note),
    ]),
    ...document.commitments.flatMap((commitment, index) =>
      checkCommitment(`commitments[${index}]`, commitment, document),
    ),
    ...document.citations.flatMap((citation, index) =>
      checkCitation(`citations[${index}]`, citation, document),
    ),
  ];
}

function checkSigning({ legalState, signing }: AgreementDocument): FieldViolation[] {
  const found = checkDate('signing.date', signing.date);
  const signed = legalState === 'signed' || legalState === 'in_force';
  if (signed) found.push(...checkEitherOr('signing.date', signing.date, signing.dateAbsence));
  if (signing.sharesEventAmount && signing.eventId === null) {
    found.push({ field: 'signing.sharesEventAmount', code: 'event_missing' });
  }
  return found;
}

function checkCommitment(
  path: string,
  commitment: DocumentCommitment,
  document: AgreementDocument,
): FieldViolation[] {
  const kind = COMMITMENT_KIND_DEFINITIONS[commitment.kind];
  const found = [
    ...checkText(`${path}.title`, commitment.title),
    ...checkReference(`${path}.obligorPartyId`, commitment.obligorPartyId, idsOf(document.parties)),
    ...checkDate(`${path}.deadline`, commitment.deadline),
    ...checkEitherOr(`${path}.deadline`, commitment.deadline, commitment.deadlineAbsence),
    ...checkQuantity(`${path}.quantity`, commitment.quantity, kind.units),
    ...commitment.milestones.flatMap((milestone, index) => [
      ...checkText(`${path}.milestones[${index}].title`, milestone.title),
      ...checkDate(`${path}.milestones[${index}].deadline`, milestone.deadline),
      ...checkQuantity(`${path}.milestones[${index}].quantity`, milestone.quantity, kind.units),
    ]),
  ];
  if (!kind.measures.includes(commitment.measure)) {
    found.push({
      field: `${path}.measure`,
      code: 'measure_of_kind',
      values: { choices: kind.measures.join(', ') },
    });
  }
  if ((commitment.measure === 'quantity') !== (commitment.quantity !== null)) {
    const code = commitment.quantity === null ? 'quantity_missing' : 'quantity_without_measure';
    found.push({ field: `${path}.quantity`, code });
  }
  if ((commitment.place.scope === 'regions') !== commitment.place.regionCodes.length > 0) {
    found.push({ field: `${path}.place.regionCodes`, code: 'place_scope' });
  }
  if (commitment.baseline) {
    found.push(...checkQuantity(`${path}.baseline`, commitment.baseline, kind.units));
  }
  return found;
}

function checkQuantity(
  path: string,
  quantity: { readonly value: number | null; readonly unit: string } | null,
  units: readonly string[],
): FieldViolation[] {
  if (quantity === null) return [];
  const unitKnown = isUnit(quantity.unit);
  const ofKind = units.includes(quantity.unit) || (units.includes('money') && isMoneyUnit(quantity.unit));
  if (!unitKnown || !ofKind) {
    return [{ field: `${path}.unit`, code: 'unit_of_kind', values: { choices: units.join(', ') || '–' } }];
  }
  if (quantity.value === null || isExactValue(quantity.value, quantity.unit)) return [];
  return [{ field: `${path}.value`, code: 'inexact_value' }];
}

function checkAmount(path: string, amount: QualifiedAmount | null): FieldViolation[] {
  if (amount === null || isExactValue(amount.value, amount.currency)) return [];
  return [{ field: `${path}.value`, code: 'inexact_value' }];
}

function checkCitation(
  path: string,
  citation: DocumentCitation,
  document: AgreementDocument,
): FieldViolation[] {
  const subjects: Record<DocumentCitation['subject'], readonly string[]> = {
    agreement: [],
    party: idsOf(document.parties),
    signatory: idsOf(document.signatories),
    commitment: idsOf(document.commitments),
    milestone: document.commitments.flatMap(({ milestones }) => idsOf(milestones)),
  };
  const { readOn = null } = citation;
  const found =
    readOn === null || parseCalendarDate(readOn) ? [] : [{ field: `${path}.readOn`, code: 'not_a_day' }];
  if (citation.subject === 'agreement') {
    if (citation.subjectId !== null) found.push({ field: `${path}.subjectId`, code: 'unknown_reference' });
    return found;
  }
  if (citation.subjectId === null) return [...found, { field: `${path}.subjectId`, code: 'required' }];
  return [...found, ...checkReference(`${path}.subjectId`, citation.subjectId, subjects[citation.subject])];
}

/** Ids inside a document name one part each, whatever its kind. */
function checkLocalIds(document: AgreementDocument): FieldViolation[] {
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

function checkText(field: string, text: LocalizedText): FieldViolation[] {
  return (text.ar ?? text.fr ?? text.en) === null ? [{ field, code: 'text_in_no_language' }] : [];
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

function checkReference(field: string, id: string | null, known: readonly string[]): FieldViolation[] {
  return id === null || known.includes(id) ? [] : [{ field, code: 'unknown_reference' }];
}

/** A fact is either there or its absence is explained, never both and never neither. */
function checkEitherOr(field: string, fact: unknown, absence: unknown): FieldViolation[] {
  return (fact === null) === (absence === null) ? [{ field, code: 'fact_or_absence' }] : [];
}

function idsOf(parts: readonly { readonly id: string }[]): string[] {
  return parts.map(({ id }) => id);
}
