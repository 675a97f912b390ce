import type { CalendarDate } from '@app/kernel';
import type { DeadlineMove, StatedDeadline } from './commitment-view';
import { movesPromise, slippedDays } from './deadline-history';
import type { Outcome } from './settlement';

/** A figure as a version states it. */
export interface StatedFigure {
  readonly qualifier: string;
  /** Null where the paper gives words only. */
  readonly value: number | null;
  /** Null where the paper does not say what it counts. */
  readonly unit: string | null;
  readonly relation: string;
  readonly stability: string;
  readonly basis: string;
  readonly level: string;
  readonly stated: string | null;
}

/** What a version says of one promise. */
export interface StatedPromise {
  readonly figure: StatedFigure | null;
  readonly deadline: StatedDeadline | null;
}

/** The act behind an amendment. */
export interface AmendmentAct {
  readonly number: string;
  readonly signedOn: CalendarDate;
  readonly effectiveOn: CalendarDate;
  readonly rationale: string;
  readonly fileId: string | null;
  readonly sourceId: string | null;
}

/** A version of the agreement, as far as one promise of it goes. */
export interface LedgerVersion {
  readonly number: number;
  readonly kind: string;
  readonly reason: string | null;
  readonly amendment: AmendmentAct | null;
  readonly recordedOn: CalendarDate;
  /** Whether its document says that the agreement is signed. */
  readonly signed: boolean;
  /** Null where the promise is not part of the version. */
  readonly promise: StatedPromise | null;
}

export type LedgerMove = Pick<DeadlineMove, 'old' | 'new' | 'act' | 'effectiveOn' | 'versionNumber'>;

export interface LedgerDecision {
  readonly id: string;
  readonly outcome: Outcome;
  readonly on: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly withdrawnOn: CalendarDate | null;
}

/** What one version changed of a promise, and under which act. */
export interface LedgerAct {
  readonly versionNumber: number;
  readonly act: string;
  readonly amendment: AmendmentAct | null;
  readonly reason: string | null;
  readonly recordedOn: CalendarDate;
  readonly effectiveOn: CalendarDate;
  /** Whether it moved what was promised once the agreement was signed; nothing else counts as a slip. */
  readonly counts: boolean;
  /** Whether the register had differed from the paper. */
  readonly isOurError: boolean;
  readonly deadline: ChangedDeadline | null;
  readonly figure: ChangedFigure | null;
}

export interface ChangedDeadline {
  readonly old: StatedDeadline | null;
  readonly new: StatedDeadline | null;
  /** Days between the two; null where one of them is absent. */
  readonly days: number | null;
}

export interface ChangedFigure {
  readonly old: StatedFigure | null;
  readonly new: StatedFigure | null;
  /** By how much it grew; null where the two cannot be subtracted. */
  readonly difference: number | null;
}

/** What acts added and took away in one unit. */
export interface FigureChange {
  readonly unit: string;
  readonly added: number;
  readonly removed: number;
}

/** The history of one promise since it was signed, and before. */
export interface Ledger {
  /** As the first version said in which the agreement was signed; it never changes. Null while nobody signed. */
  readonly firstPromise:
    (StatedPromise & { readonly versionNumber: number; readonly recordedOn: CalendarDate }) | null;
  readonly acts: readonly LedgerAct[];
  /** In sum, under acts that count; null while nobody signed, and while there is no deadline. */
  readonly daysSlipped: number | null;
  readonly timesMoved: number;
  readonly figureChanges: readonly FigureChange[];
  readonly decisions: readonly LedgerDecision[];
}

/**
 * The ledger of a promise, from what versions say and what the ledger of deadlines holds; nothing is guessed.
 * @param versions in the order of their numbers
 * @param moves of the deadline, in their order
 */
export function ledgerOf(
  versions: readonly LedgerVersion[],
  moves: readonly LedgerMove[],
  decisions: readonly LedgerDecision[],
): Ledger {
  const first = versions.find(({ signed, promise }) => signed && promise !== null);
  const acts = versions.flatMap((version, index) => {
    const before = versions[index - 1]?.promise;
    return actOf(version, before ?? null, moves, first?.number ?? Infinity);
  });
  const counting = acts.filter(({ counts }) => counts);
  const since = moves.filter(({ versionNumber }) => versionNumber > (first?.number ?? Infinity));
  const hasDeadline = (versions.at(-1)?.promise?.deadline ?? null) !== null;
  return {
    firstPromise: first?.promise
      ? { ...first.promise, versionNumber: first.number, recordedOn: first.recordedOn }
      : null,
    acts,
    daysSlipped: first && hasDeadline ? slippedDays(since) : null,
    timesMoved: counting.filter(({ deadline }) => deadline !== null).length,
    figureChanges: changesOf(counting),
    decisions,
  };
}

/** What a version changed of the promise; nothing where it left both deadline and figure as they were. */
function actOf(
  { number, kind, promise, amendment, reason, recordedOn }: LedgerVersion,
  before: StatedPromise | null,
  moves: readonly LedgerMove[],
  signedSince: number,
): LedgerAct[] {
  const move = moves.find(({ versionNumber }) => versionNumber === number);
  const figure = before && promise ? figureChange(before.figure, promise.figure) : null;
  if (!move && !figure) return [];
  const act = move?.act ?? actOfKind(kind);
  return [
    {
      ...{ versionNumber: number, act, amendment, reason, recordedOn, figure },
      effectiveOn: move?.effectiveOn ?? amendment?.effectiveOn ?? recordedOn,
      counts: movesPromise(act) && number > signedSince,
      isOurError: act === 'rectification',
      deadline: move ? { old: move.old, new: move.new, days: daysOf(move) } : null,
    },
  ];
}

function daysOf(move: LedgerMove): number | null {
  return move.old && move.new ? slippedDays([{ ...move, act: 'amendment' }]) : null;
}

/** Under which act a version of a kind changes a figure. */
function actOfKind(kind: string): string {
  return ['amendment', 'completion', 'suspension'].includes(kind) ? kind : 'rectification';
}

const AXES = ['qualifier', 'value', 'unit', 'relation', 'stability', 'basis', 'level', 'stated'] as const;

function figureChange(old: StatedFigure | null, next: StatedFigure | null): ChangedFigure | null {
  if (AXES.every((axis) => (old?.[axis] ?? null) === (next?.[axis] ?? null))) return null;
  const comparable = old && next && old.unit !== null && old.unit === next.unit;
  const known = comparable && old.value !== null && next.value !== null;
  return { old, new: next, difference: known ? exactly(next.value - old.value) : null };
}

/** What was added and taken away, for each unit in the order in which it first changed. */
function changesOf(acts: readonly LedgerAct[]): FigureChange[] {
  const sums = new Map<string, { added: number; removed: number }>();
  for (const { figure } of acts) {
    const unit = figure?.new?.unit ?? null;
    if (!figure || figure.difference === null || unit === null) continue;
    const sum = sums.get(unit) ?? { added: 0, removed: 0 };
    if (figure.difference > 0) sum.added = exactly(sum.added + figure.difference);
    else sum.removed = exactly(sum.removed - figure.difference);
    sums.set(unit, sum);
  }
  return [...sums].map(([unit, sum]) => ({ unit, ...sum }));
}

/** Figures have two decimals at most, and so have their differences. */
function exactly(value: number): number {
  return Math.round(value * 100) / 100;
}
