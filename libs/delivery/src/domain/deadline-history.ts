import { daysBetween, parsePublishedDate } from '@app/kernel';
import type { DeadlineMove, DeadlineView, StatedDeadline } from './commitment-view';

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
 * How often a deadline moved and the sum of days it slipped: the days between the first stated deadline and the
 * present one, negative when it was brought forward, null while one of the two is absent.
 */
export function reschedulingOf(
  moves: readonly Pick<DeadlineMove, 'old' | 'new'>[],
  current: DeadlineView | null,
): { times: number; days: number | null } {
  const first = firstDeadline(moves, current);
  return { times: moves.length, days: first && current ? daysBetween(first.lastDay, current.lastDay) : null };
}

function withPrecision({ stated, lastDay }: StatedDeadline): DeadlineView {
  return { stated, precision: parsePublishedDate(stated)?.precision ?? 'day', lastDay };
}
