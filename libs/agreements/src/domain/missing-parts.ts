import type { FieldViolation, LocalizedText } from '@app/kernel';
import type { DraftCommitment, DraftDocument, DraftQuantity } from './draft-document';

/**
 * What a document still needs to be one: the tables of the register cannot hold it without. These are no gaps, which
 * may be acknowledged, but empty fields.
 * @returns one violation a field.
 */
export function missingIn(document: DraftDocument): FieldViolation[] {
  return [
    ...text('title', document.title),
    ...required('instrumentType', document.instrumentType),
    ...required('legalState', document.legalState),
    ...(isSigned(document)
      ? either('signing.date', document.signing.date, document.signing.dateAbsence)
      : []),
    ...document.parties.flatMap((party, index) => [
      ...required(`parties[${index}].role`, party.role),
      ...(party.organisationId === null && party.described === null
        ? [{ field: `parties[${index}].organisationId`, code: 'party_unnamed' }]
        : []),
    ]),
    ...document.signatories.flatMap((signatory, index) => [
      ...required(`signatories[${index}].role`, signatory.role),
      ...either(`signatories[${index}].personId`, signatory.personId, signatory.absence),
    ]),
    ...document.commitments.flatMap((commitment, index) =>
      missingInCommitment(`commitments[${index}]`, commitment),
    ),
    ...document.citations.flatMap((citation, index) => [
      ...required(`citations[${index}].sourceId`, citation.sourceId),
      ...required(`citations[${index}].subject`, citation.subject),
      ...required(`citations[${index}].field`, citation.field),
      ...(citation.subject !== null && citation.subject !== 'agreement'
        ? required(`citations[${index}].subjectId`, citation.subjectId)
        : []),
    ]),
  ];
}

/** Whether the document says that the instrument was signed. */
export function isSigned({ legalState }: Pick<DraftDocument, 'legalState'>): boolean {
  return legalState === 'signed' || legalState === 'in_force';
}

function missingInCommitment(path: string, commitment: DraftCommitment): FieldViolation[] {
  return [
    ...required(`${path}.kind`, commitment.kind),
    ...text(`${path}.title`, commitment.title),
    ...required(`${path}.measure`, commitment.measure),
    ...either(`${path}.deadline`, commitment.deadline, commitment.deadlineAbsence),
    ...(commitment.measure === 'quantity' && commitment.quantity === null
      ? [{ field: `${path}.quantity`, code: 'quantity_missing' }]
      : []),
    ...axes(`${path}.quantity`, commitment.quantity),
    ...(commitment.place.scope === 'regions' && commitment.place.regionCodes.length === 0
      ? [{ field: `${path}.place.regionCodes`, code: 'place_scope' }]
      : []),
    ...commitment.milestones.flatMap((milestone, index) => [
      ...required(`${path}.milestones[${index}].standing`, milestone.standing),
      ...text(`${path}.milestones[${index}].title`, milestone.title),
      ...required(`${path}.milestones[${index}].deadline`, milestone.deadline),
      ...axes(`${path}.milestones[${index}].quantity`, milestone.quantity),
    ]),
  ];
}

function axes(path: string, quantity: DraftQuantity | null): FieldViolation[] {
  if (quantity === null) return [];
  return required(`${path}.qualifier`, quantity.qualifier);
}

function required(field: string, value: unknown): FieldViolation[] {
  return value === null ? [{ field, code: 'required' }] : [];
}

function text(field: string, value: LocalizedText | null): FieldViolation[] {
  return (value?.ar ?? value?.fr ?? value?.en ?? null) === null
    ? [{ field, code: 'text_in_no_language' }]
    : [];
}

/** A fact is there or its absence is explained. */
function either(field: string, fact: unknown, absence: unknown): FieldViolation[] {
  return fact === null && absence === null ? [{ field, code: 'fact_or_absence' }] : [];
}
