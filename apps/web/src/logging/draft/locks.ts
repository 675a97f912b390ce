import { type DraftContent, type DraftDocument, isSigned } from './document';
import { stepsOf } from './paths';

/** Why a field is not open in this draft; the sentence stands under the same name. */
export type Lock = 'under_review' | 'clerical' | 'completion' | 'legal_step' | 'amendment';

export interface LockFacts {
  readonly kind: string;
  readonly state: string;
  readonly content: DraftContent;
  /** The version that the draft was opened on; null for a first one. */
  readonly base: DraftDocument | null;
}

/** Wording, by the list that the part stands in; the server holds the same table. */
const WORDING: Readonly<Record<string, RegExp>> = {
  '': /^(title|summary)(\.|$)|^(titleStatus|sectorStated|note)$/,
  parties: /^note$/,
  signatories: /^(capacity|note)$/,
  commitments: /^title(\.|$)|^(note|baseline\.note|place\.note)$/,
  milestones: /^title(\.|$)/,
  citations: /^(note|locator)$/,
};
const NO_FACT: readonly unknown[] = [
  null,
  'not_stated',
  'unknown',
  'not_published',
  'not_yet_due',
  'presumed',
  'other',
];

/** Why a field may not be changed in a draft of this kind; null when it may. */
export function lockOf(path: string, { kind, state, content, base }: LockFacts): Lock | null {
  if (state !== 'draft' && state !== 'returned') return 'under_review';
  if (kind === 'first' || path === 'reason' || path.startsWith('amendment')) return null;
  if (path === 'legalState') return 'legal_step';
  if (kind === 'amendment') return /^(signing|publishedReference)/.test(path) ? 'amendment' : null;
  const { list, field } = partOf(path);
  if (kind === 'clerical') return WORDING[list]?.test(field) ? null : 'clerical';
  if (kind !== 'completion' || base === null || !isSigned(base)) return null;
  if (list === 'citations' || WORDING[list]?.test(field)) return null;
  return isMissing(valueBefore(path, content, base)) ? null : 'completion';
}

/** Whether parts may be added to a list, or taken out of it. */
export function lockOfList(
  list: 'parties' | 'signatories' | 'commitments' | 'citations' | 'milestones',
  { kind, state, base }: LockFacts,
): Lock | null {
  if (state !== 'draft' && state !== 'returned') return 'under_review';
  if (kind === 'clerical') return 'clerical';
  if (
    kind !== 'completion' ||
    base === null ||
    !isSigned(base) ||
    list === 'citations' ||
    list === 'milestones'
  )
    return null;
  if (base[list].length === 0) return null;
  const absence = list === 'commitments' ? null : base[`${list}Absence`];
  return absence === null ? 'completion' : null;
}

/** The innermost list on the way, and the field within its part. */
function partOf(path: string): { readonly list: string; readonly field: string } {
  const steps = stepsOf(path);
  const at = steps.findLastIndex((step) => typeof step === 'number');
  return { list: at < 1 ? '' : String(steps[at - 1]), field: steps.slice(at + 1).join('.') };
}

/** What stood there in the version before; null of a part that is new. */
function valueBefore(path: string, content: DraftContent, base: DraftDocument): unknown {
  let now: unknown = content.document;
  let before: unknown = base;
  for (const step of stepsOf(path)) {
    now = (now as Record<string | number, unknown> | null)?.[step];
    before =
      typeof step === 'number' ? partLike(now, before) : (before as Record<string, unknown> | null)?.[step];
    if (before === null || before === undefined) return null;
  }
  return before;
}

function partLike(part: unknown, list: unknown): unknown {
  const { id } = (part ?? {}) as { readonly id?: string };
  return Array.isArray(list) ? (list as { readonly id?: string }[]).find((one) => one.id === id) : null;
}

function isMissing(value: unknown): boolean {
  return NO_FACT.includes(value) || (Array.isArray(value) && value.length === 0);
}
