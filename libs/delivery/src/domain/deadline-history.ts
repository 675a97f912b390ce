import { daysBetween, parsePublishedDate } from '@app/kernel';
import type { DeadlineMove, DeadlineView, StatedDeadline } from './commitment-view';

/** A move as far as the sum of days looks at it. */
export type MoveUnderAct = Pick<DeadlineMove, 'old' | 'new' | 'act'>;

/** Acts that move a promise. What was unknown and becomes known, or was recorded wrong, moves none. */
const MOVING_ACTS: readonly string[] = ['amendment', 'suspension'];

/** Whether a change under this act moves what was promised. */
export function movesPromise(act: string): boolean {
  return MOVING_ACTS.includes(act);
}

/**
 * The deadline as it was first stated, by the ledger of its moves in their order and the deadline of today; null
 * when none was ever stated.
 */
export function firstDeadline(
  moves: readonly Pick<DeadlineMove, 'old' | 'new'>[],
  current: DeadlineView | null,
): DeadlineView | null {
  const first = moves.flatMap((move) => [move.old, move.new]).find((deadline) => deadline !== null);
  return first ? withPrecision(first) : current;
}

/**
 * The days by which acts moved a deadline, in sum; negative when it was brought forward. A deadline that an act took
 * away and a later act sets again slipped from where it was.
 */
export function slippedDays(moves: readonly MoveUnderAct[]): number {
  let days = 0;
  let takenAway: StatedDeadline | null = null;
  for (const { old, new: next, act } of moves) {
    const from: StatedDeadline | null = old ?? takenAway;
    if (movesPromise(act) && from && next) days += daysBetween(from.lastDay, next.lastDay);
    takenAway = movesPromise(act) && next === null ? from : null;
  }
  return days;
}

/**
 * How often acts moved a deadline and the sum of days it slipped; the days are null while there is no deadline. Our
 * own recording errors and what became known later count neither.
 */
export function reschedulingOf(
  moves: readonly MoveUnderAct[],
  current: DeadlineView | null,
): { times: number; days: number | null } {
  return {
    times: moves.filter(({ act }) => movesPromise(act)).length,
    days: current === null ? null : slippedDays(moves),
  };
}

function withPrecision({ stated, lastDay }: StatedDeadline): DeadlineView {
  return { stated, precision: parsePublishedDate(stated)?.precision ?? 'day', lastDay };
}
