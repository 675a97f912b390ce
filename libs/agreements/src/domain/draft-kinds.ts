import type { FieldViolation } from '@app/kernel';
import type { CitedSubject } from './agreement-document';
import { type Difference, differencesBetween } from './differences';
import type { DraftCitation, DraftDocument } from './draft-document';
import { isSigned } from './missing-parts';
import type { DraftKind } from './version';

/** Wording and spelling, by subject: what may be put right without touching what was promised. */
const WORDING: Readonly<Record<CitedSubject | 'citation', RegExp>> = {
  agreement: /^(title|summary)(\.|$)|^(titleStatus|sectorStated|note)$/,
  party: /^note$/,
  signatory: /^(capacity|note)$/,
  commitment: /^title(\.|$)|^(note|baseline\.note|place\.note)$/,
  milestone: /^title(\.|$)/,
  citation: /^(note|locator)$/,
};

/** The legal state changes by a step of its own, which asks what a draft does not. */
const OF_LEGAL_STEPS = /^legalState$/;

/** Values that say that a fact is missing, whatever the field. */
const NO_FACT = new Set<unknown>([
  'not_stated',
  'unknown',
  'not_published',
  'not_yet_due',
  'presumed',
  'other',
]);

/**
 * What a draft of a kind must not touch, or must bring along, compared with the version it is opened on
 * (WORKFLOWS, Version of an agreement).
 * @returns one violation a field; the field is a path with parts named by their id.
 */
export function exceededBy(kind: DraftKind, before: DraftDocument, after: DraftDocument): FieldViolation[] {
  if (kind === 'first') return [];
  const differences = differencesBetween(before, after);
  const beyond = differences
    .filter(({ subject, field }) => subject === 'agreement' && OF_LEGAL_STEPS.test(field))
    .map(({ path }) => ({ field: path, code: 'legal_state_by_step_only' }));
  return [...beyond, ...RULES[kind]({ before, after, differences })];
}

/** Whether anything differs that is not wording. */
export function changesFacts(before: DraftDocument, after: DraftDocument): boolean {
  return differencesBetween(before, after).some((difference) => !isWording(difference));
}

interface Change {
  readonly before: DraftDocument;
  readonly after: DraftDocument;
  readonly differences: readonly Difference[];
}

type Rule = (change: Change) => FieldViolation[];

const RULES: Readonly<Record<Exclude<DraftKind, 'first'>, Rule>> = {
  clerical: ({ differences }) =>
    differences
      .filter((difference) => !isWording(difference))
      .map(({ path }) => ({ field: path, code: 'clerical_is_wording' })),

  completion: (change) => {
    const facts = change.differences.filter(
      (difference) => !isWording(difference) && !isCitation(difference),
    );
    // Until it is signed nothing is promised: what is negotiated may be said anew, with its source.
    const exceeded = isSigned(change.before)
      ? facts.filter((difference) => !fills(difference, change.before))
      : [];
    return [
      ...exceeded.map(({ path }) => ({ field: path, code: 'completion_changes_nothing_stated' })),
      ...withoutCitation(change, facts, () => true).map((field) => ({
        field,
        code: 'completion_wants_source',
      })),
    ];
  },

  rectification: (change) => {
    const facts = change.differences.filter(
      (difference) => !isWording(difference) && !isCitation(difference),
    );
    const quotes = ({ stated }: DraftCitation) => stated !== null;
    return withoutCitation(change, facts, quotes).map((field) => ({
      field,
      code: 'rectification_wants_passage',
    }));
  },

  amendment: ({ before, differences }) => [
    ...(isSigned(before) ? [] : [{ field: 'kind', code: 'nothing_signed_to_amend' }]),
    ...differences
      .filter(({ subject, field }) => subject === 'agreement' && /^(signing|publishedReference)/.test(field))
      .map(({ path }) => ({ field: path, code: 'amendment_leaves_signature' })),
  ],
};

function isCitation({ path }: Difference): boolean {
  return path.startsWith('citations[');
}

function isWording(difference: Difference): boolean {
  const subject = isCitation(difference) ? 'citation' : difference.subject;
  return difference.field !== '' && WORDING[subject].test(difference.field);
}

/** Whether the difference puts a fact where none was. */
function fills({ subject, field, before, after }: Difference, document: DraftDocument): boolean {
  if (field === '') return before === null && mayBeAdded(subject, after, document);
  if (/absence$/i.test(field)) return after === null || before === null || NO_FACT.has(before);
  return isMissing(before) && !isMissing(after);
}

function isMissing(value: unknown): boolean {
  return value === null || NO_FACT.has(value) || (Array.isArray(value) && value.length === 0);
}

/** Parts come in by completion where the papers did not publish them; milestones of the house at any time. */
function mayBeAdded(subject: CitedSubject, part: unknown, document: DraftDocument): boolean {
  switch (subject) {
    case 'party':
      return document.parties.length === 0 || document.partiesAbsence !== null;
    case 'signatory':
      return document.signatories.length === 0 || document.signatoriesAbsence !== null;
    case 'commitment':
      return document.commitments.length === 0;
    case 'milestone':
      return (part as { standing?: unknown }).standing !== 'published';
    case 'agreement':
      return false;
  }
}

/** The changed subjects for which this draft brings no citation of the kind that is asked for. */
function withoutCitation(
  { before, after }: Change,
  facts: readonly Difference[],
  suffices: (citation: DraftCitation) => boolean,
): string[] {
  const known = new Map(before.citations.map((citation) => [citation.id, JSON.stringify(citation)]));
  const brought = after.citations.filter(
    (citation) => known.get(citation.id) !== JSON.stringify(citation) && suffices(citation),
  );
  const cited = ({ subject, subjectId }: Difference) =>
    brought.some(
      (citation) =>
        (citation.subject === 'agreement' && (citation.field === 'whole' || subject === 'agreement')) ||
        (citation.subject === subject && citation.subjectId === subjectId),
    );
  return facts.filter((difference) => !cited(difference)).map(({ path }) => path);
}
