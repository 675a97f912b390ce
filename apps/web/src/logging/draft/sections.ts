import { type Commitment, type DraftContent, type DraftDocument, hasText, isSigned } from './document';

export const SECTIONS = [
  'act',
  'instrument',
  'parties',
  'signatories',
  'commitments',
  'sources',
  'documents',
  'note',
] as const;
export type Section = (typeof SECTIONS)[number];
export type SectionState = 'not_begun' | 'begun' | 'complete' | 'problem' | 'optional' | 'not_needed';

export interface SectionFacts {
  readonly content: DraftContent;
  readonly kind: string;
  /** Fields with something wrong in them: not understood, or refused. */
  readonly wrong: readonly string[];
  /** Files of the agreement that stand; null while they are read. */
  readonly files: number | null;
}

/** Sections that a draft of this kind has: a first version comes without an act. */
export function sectionsOf(kind: string): readonly Section[] {
  return kind === 'first' ? SECTIONS.filter((section) => section !== 'act') : SECTIONS;
}

/** The section that a field of the document is asked in. */
export function sectionOf(field: string): Section {
  const [first = ''] = field.split(/[.[]/);
  if (first === 'amendment' || first === 'reason') return 'act';
  if (first === 'parties' || first === 'partiesAbsence') return 'parties';
  if (first === 'signatories' || first === 'signatoriesAbsence') return 'signatories';
  if (first === 'commitments') return 'commitments';
  if (first === 'citations' || first === 'sourcing') return 'sources';
  if (first === 'note') return 'note';
  return 'instrument';
}

/** The address below the draft at which a field is asked. */
export function addressOf(field: string): string {
  const commitment = /^commitments\[(\d+)\]/.exec(field);
  return commitment ? `commitments/${Number(commitment[1]) + 1}` : sectionOf(field);
}

/** How far a section is. */
export function stateOf(section: Section, facts: SectionFacts): SectionState {
  if (facts.wrong.some((field) => sectionOf(field) === section)) return 'problem';
  const { document } = facts.content;
  switch (section) {
    case 'act':
      return actState(facts);
    case 'instrument':
      return instrumentState(document);
    case 'parties':
      return listState(
        document.parties,
        document.partiesAbsence,
        ({ role, organisationId, described }) =>
          role !== null && (organisationId !== null || hasText(described)),
      );
    case 'signatories':
      if (!isSigned(document) && document.signatories.length === 0) return 'not_needed';
      return listState(
        document.signatories,
        answered(document.signatoriesAbsence),
        ({ role, personId, absence }) => role !== null && (personId !== null || absence !== null),
      );
    case 'commitments':
      return listState(document.commitments, null, isComplete);
    case 'sources':
      return listState(
        document.citations,
        null,
        ({ sourceId, subject, subjectId, field }) =>
          sourceId !== null &&
          field !== null &&
          (subject === 'agreement' || (subject !== null && subjectId !== null)),
      );
    case 'documents':
      return facts.files ? 'complete' : 'not_begun';
    case 'note':
      return document.note?.trim() ? 'complete' : 'optional';
  }
}

/** "Not stated" is what stands when nobody looked. */
function answered(absence: string | null): string | null {
  return absence === 'not_stated' || absence === 'unknown' ? null : absence;
}

function actState({ content: { reason, amendment }, kind }: SectionFacts): SectionState {
  if (kind !== 'amendment') return reason?.trim() ? 'complete' : 'not_begun';
  const { number, signedOn, effectiveOn, rationale, fileId, sourceId } = amendment ?? {};
  const asked = [number, signedOn, effectiveOn, rationale, fileId ?? sourceId];
  if (asked.every(Boolean)) return 'complete';
  return asked.some(Boolean) ? 'begun' : 'not_begun';
}

function instrumentState(document: DraftDocument): SectionState {
  const { title, instrumentType, legalState, signing } = document;
  const asked = [hasText(title), instrumentType !== null, legalState !== null];
  if (isSigned(document)) asked.push(signing.date !== null || answered(signing.dateAbsence) !== null);
  if (asked.every(Boolean)) return 'complete';
  return asked.some(Boolean) ? 'begun' : 'not_begun';
}

/** Whether a commitment has what a version asks of it. */
export function isComplete(commitment: Commitment): boolean {
  const { kind, title, measure, quantity, deadline, deadlineAbsence, place, milestones } = commitment;
  return (
    kind !== null &&
    hasText(title) &&
    measure !== null &&
    (deadline !== null || answered(deadlineAbsence) !== null || measure === 'ongoing') &&
    (measure !== 'quantity' || (quantity !== null && quantity.qualifier !== null)) &&
    (place.scope !== 'regions' || place.regionCodes.length > 0) &&
    milestones.every((one) => hasText(one.title) && one.deadline !== null && one.standing !== null)
  );
}

function listState<Part>(
  parts: readonly Part[],
  absence: string | null,
  isWhole: (part: Part) => boolean,
): SectionState {
  if (parts.length === 0) return absence === null ? 'not_begun' : 'complete';
  return parts.every(isWhole) ? 'complete' : 'begun';
}
