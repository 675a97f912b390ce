import type { DraftCommitment, DraftDocument } from './draft-document';
import { isSigned } from './missing-parts';
import type { AcknowledgedGap } from './version';

/** What papers and people most often leave open. */
export const GAPS = [
  'no_owner',
  'no_signing_date',
  'signing_without_proof',
  'no_deadline',
  'no_unit',
  'no_proof_method',
  'figure_without_source',
  'parts_do_not_add_up',
] as const;
export type GapCode = (typeof GAPS)[number];

/** One thing a document leaves open. "Not published" or "confidential" is an answer, "unknown" is none. */
export interface Gap {
  readonly gap: GapCode;
  readonly subject: 'agreement' | 'commitment';
  /** Null for the agreement itself. */
  readonly subjectId: string | null;
  readonly field: string;
}

export interface AnsweredGap extends Gap {
  /** Why it stays open, in the words of whoever submitted; null while nobody answered for it. */
  readonly acknowledged: string | null;
}

/** How whole a document is: the share of what was looked for and found, in whole percent. */
export interface Completeness {
  readonly score: number;
  readonly looked: number;
  readonly gaps: readonly AnsweredGap[];
}

/** What is known of the record beside its document. */
export interface RecordFacts {
  /** Whether somebody holds the position that owns the agreement. */
  readonly ownerIsHeld: boolean;
  /** Whether the signed text is among its files. */
  readonly textIsHeld: boolean;
}

/** Looks through a document for gaps. @param answered reasons that were given for some of them. */
export function completenessOf(
  document: DraftDocument,
  facts: RecordFacts,
  answered: readonly AcknowledgedGap[] = [],
): Completeness {
  const looked: { readonly gap: Gap; readonly open: boolean }[] = [
    {
      gap: { gap: 'no_owner', subject: 'agreement', subjectId: null, field: 'ownerPositionId' },
      open: !facts.ownerIsHeld,
    },
    ...(isSigned(document) ? lookAtSigning(document, facts) : []),
    ...document.commitments.flatMap((commitment) => lookAt(commitment, document)),
  ];
  const gaps = looked.filter(({ open }) => open).map(({ gap }) => gap);
  return {
    score: Math.floor(((looked.length - gaps.length) / looked.length) * 100),
    looked: looked.length,
    gaps: gaps.map((gap) => ({ ...gap, acknowledged: reasonFor(gap, answered) })),
  };
}

/** What a step to `signed` asks for, of an agreement that is logged as signed. */
function lookAtSigning(
  { signing, citations }: DraftDocument,
  { textIsHeld }: RecordFacts,
): { gap: Gap; open: boolean }[] {
  const at = (gap: GapCode, field: string, open: boolean) => ({
    gap: { gap, subject: 'agreement' as const, subjectId: null, field },
    open,
  });
  const reported = citations.some(
    ({ subject, field, adopted }) =>
      adopted && subject === 'agreement' && (field === 'signing' || field === 'whole'),
  );
  const undated = signing.date === null && isUnanswered(signing.dateAbsence);
  return [
    at('no_signing_date', 'signing.date', undated),
    at('signing_without_proof', 'signing', !textIsHeld && !reported),
  ];
}

function reasonFor(gap: Gap, answered: readonly AcknowledgedGap[]): string | null {
  const covers = (one: AcknowledgedGap) =>
    one.gap === gap.gap && (one.subjectId === null || one.subjectId === gap.subjectId);
  return answered.find(covers)?.reason ?? null;
}

function lookAt(commitment: DraftCommitment, document: DraftDocument): { gap: Gap; open: boolean }[] {
  const at = (gap: GapCode, field: string, open: boolean) => ({
    gap: { gap, subject: 'commitment' as const, subjectId: commitment.id, field },
    open,
  });
  const { quantity, measure } = commitment;
  const ongoing = measure === 'ongoing';
  return [
    ...(ongoing ? [] : [at('no_deadline', 'deadline', lacksDeadline(commitment))]),
    at('no_proof_method', 'proofMethod', commitment.proofMethod === null),
    ...(quantity === null
      ? []
      : [
          at('no_unit', 'quantity.unit', quantity.unit === null),
          at('figure_without_source', 'quantity', !isSourced(commitment, document)),
        ]),
    ...(document.commitments.some(({ partOfId }) => partOfId === commitment.id)
      ? [at('parts_do_not_add_up', 'quantity.value', !partsAddUp(commitment, document))]
      : []),
  ];
}

/** A duty that goes on has none; "not published" says that somebody looked. */
function lacksDeadline({ deadline, deadlineAbsence }: DraftCommitment): boolean {
  return deadline === null && isUnanswered(deadlineAbsence);
}

function isUnanswered(absence: string | null): boolean {
  return absence === null || absence === 'unknown' || absence === 'not_stated';
}

/** A figure is sourced by a citation of its own, or by one that backs the whole record. */
function isSourced({ id }: DraftCommitment, { citations }: DraftDocument): boolean {
  return citations.some(
    ({ subject, subjectId, field, adopted }) =>
      adopted &&
      ((subject === 'agreement' && field === 'whole') ||
        (subject === 'commitment' && subjectId === id && (field === 'quantity' || field === 'whole'))),
  );
}

/** Parts without a figure of the same unit leave the sum open: nothing can be said against it. */
function partsAddUp(total: DraftCommitment, { commitments }: DraftDocument): boolean {
  const parts = commitments.filter(({ partOfId }) => partOfId === total.id).map(({ quantity }) => quantity);
  const stated = total.quantity?.value ?? null;
  if (stated === null) return true;
  let sum = 0;
  for (const part of parts) {
    if (part === null || part.value === null || part.unit !== total.quantity?.unit) return true;
    sum += part.value;
  }
  // Hundredths are the finest figure that is kept.
  const difference = Math.round((sum - stated) * 100);
  const qualifier = total.quantity?.qualifier;
  if (qualifier === 'at_least' || qualifier === 'more_than') return difference >= 0;
  return qualifier === 'up_to' ? difference <= 0 : difference === 0;
}
