import type { components } from '../../../.generated/schema';

export type LegalStep = components['schemas']['LegalStepRequest'];
export type LegalAction = LegalStep['action'];
export type ShiftRule = components['schemas']['ShiftRequest']['rule'];
export type Fate = components['schemas']['CommitmentFateRequest']['fate'];

export const LEGAL_ACTIONS: readonly LegalAction[] = [
  'negotiate',
  'sign',
  'put_in_force',
  'suspend',
  'resume',
  'fulfil',
  'close_partially',
  'terminate',
  'expire',
  'lapse',
  'supersede',
  'reopen',
];

/** Steps that say why; a suspension says it by its ground. */
export const WANTS_REASON: readonly LegalAction[] = [
  'close_partially',
  'terminate',
  'lapse',
  'supersede',
  'reopen',
];

/** Intervals are counted in days, so these steps happen on one. */
export const ON_A_DAY: readonly LegalAction[] = ['suspend', 'resume'];

/** What becomes of a promise when another instrument replaces its own. */
export interface TypedFate {
  readonly commitmentId: string;
  readonly fate: Fate | '';
  readonly successorCommitmentId: string;
  readonly reason: string;
}

/** A step as somebody types it, before it is sent. */
export interface TypedStep {
  readonly on: string;
  readonly reason: string;
  readonly signedOn: string;
  readonly noDatePublished: boolean;
  readonly signingPlace: string;
  readonly proof: 'known' | 'file' | 'source';
  readonly fileId: string;
  readonly sourceId: string;
  readonly ground: string;
  readonly expectedEnd: string;
  readonly rule: ShiftRule;
  readonly dates: Readonly<Record<string, string>>;
  readonly successorId: string;
  readonly fates: Readonly<Record<string, TypedFate>>;
}

export const NOTHING_TYPED: TypedStep = {
  on: '',
  reason: '',
  signedOn: '',
  noDatePublished: false,
  signingPlace: '',
  proof: 'known',
  fileId: '',
  sourceId: '',
  ground: '',
  expectedEnd: '',
  rule: 'whole_interval',
  dates: {},
  successorId: '',
  fates: {},
};

/** The step as the API takes it: each action with its own part, and nothing that was left empty. */
export function stepOf(action: LegalAction, typed: TypedStep, promises: readonly string[]): LegalStep {
  return {
    action,
    reason: orNull(typed.reason),
    on: orNull(typed.on),
    ...(action === 'sign' ? { signing: signingOf(typed) } : {}),
    ...(action === 'suspend'
      ? { suspension: { ground: typed.ground.trim(), expectedEnd: orNull(typed.expectedEnd) } }
      : {}),
    ...(action === 'resume' ? { shift: shiftOf(typed) } : {}),
    ...(action === 'supersede' ? { successor: successorOf(typed, promises) } : {}),
  };
}

function signingOf(typed: TypedStep): NonNullable<LegalStep['signing']> {
  const { signedOn, noDatePublished, signingPlace, proof, fileId, sourceId } = typed;
  return {
    date: orNull(signedOn) === null ? null : { stated: signedOn.trim() },
    dateAbsence: noDatePublished ? 'not_published' : null,
    place: orNull(signingPlace),
    fileId: proof === 'file' ? orNull(fileId) : null,
    sourceId: proof === 'source' ? orNull(sourceId) : null,
  };
}

function shiftOf({ rule, dates }: TypedStep): NonNullable<LegalStep['shift']> {
  if (rule !== 'new_dates') return { rule };
  return {
    rule,
    dates: Object.entries(dates).flatMap(([subjectId, stated]) =>
      orNull(stated) === null ? [] : [{ subjectId, deadline: { stated: stated.trim() } }],
    ),
  };
}

/** Fates in the order of the promises, so that a refusal finds the line that it speaks of. */
function successorOf(
  { successorId, fates }: TypedStep,
  promises: readonly string[],
): NonNullable<LegalStep['successor']> {
  return {
    agreementId: successorId,
    commitments: promises.flatMap((commitmentId) => {
      const typed = fates[commitmentId];
      if (!typed || typed.fate === '') return [];
      const dropped = typed.fate === 'dropped';
      return [
        {
          commitmentId,
          fate: typed.fate,
          successorCommitmentId: dropped ? null : orNull(typed.successorCommitmentId),
          reason: dropped ? orNull(typed.reason) : null,
        },
      ];
    }),
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** What has to be typed before the step can be looked at, by field. */
export function missingIn(
  action: LegalAction,
  typed: TypedStep,
  promises: readonly string[],
): readonly string[] {
  const { ground, successorId, fates, rule, dates } = typed;
  const missing: string[] = [];
  if (WANTS_REASON.includes(action) && orNull(typed.reason) === null) missing.push('reason');
  if (action === 'suspend' && orNull(ground) === null) missing.push('suspension.ground');
  if (action === 'resume' && rule === 'new_dates' && Object.values(dates).every((date) => !orNull(date)))
    missing.push('shift.dates');
  if (action === 'supersede') {
    if (successorId === '') missing.push('successor.agreementId');
    promises.forEach((id, index) => {
      if (!fates[id]?.fate) missing.push(`successor.commitments[${index}].fate`);
    });
  }
  return missing;
}
