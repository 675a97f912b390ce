import type { CalendarDate } from '@app/kernel';
import type { AcceptedObservation, PendingClaim } from './observation';

/** What was reported and accepted about a commitment, as far as its status looks at it. */
export interface Delivered {
  /** The first day for which an accepted value reached the target; null while none did. */
  readonly reachedOn: CalendarDate | null;
  /** The highest value ever accepted; null before any was. */
  readonly highest: number | null;
  /** What waits for a decision: whether it says that the target was reached on the last day at the latest. */
  readonly pending: 'none' | 'met_in_time' | 'other';
  /** Whether the forecast lies past the deadline. */
  readonly crosses: boolean;
  /** Whether a duty of the State is said to hold it up. */
  readonly blocked: boolean;
}

/** Before anything is reported. */
export const NOTHING_DELIVERED: Delivered = {
  reachedOn: null,
  highest: null,
  pending: 'none',
  crosses: false,
  blocked: false,
};

/** What a reported commitment is called: met, or what it is until its last day and after it. */
export const REACHED = ['met', 'met_late'] as const;
export const BEFORE = ['at_risk', 'on_track', 'not_started', 'unreported'] as const;
export const AFTER = ['awaiting_verification', 'overdue', 'overdue_unreported'] as const;

/**
 * What reports make of a commitment on whatever day: all that its status needs of them, so that a column can hold it and
 * the passing of days changes nothing in it.
 */
export interface Reported {
  readonly reached: (typeof REACHED)[number] | null;
  readonly before: (typeof BEFORE)[number];
  readonly after: (typeof AFTER)[number];
}

/** What stands where nothing is reported; no row of the column is needed for it. */
export const UNREPORTED: Reported = { reached: null, before: 'unreported', after: 'overdue_unreported' };

/** Sums up the observations and claims of a commitment. @param target null where there is nothing to reach. */
export function deliveredOf(
  {
    observations,
    claims,
    target,
    lastDay,
  }: {
    readonly observations: readonly AcceptedObservation[];
    readonly claims: readonly PendingClaim[];
    readonly target: number | null;
    readonly lastDay: CalendarDate | null;
  },
  { crosses, blocked }: Pick<Delivered, 'crosses' | 'blocked'>,
): Delivered {
  const reaches = ({ value }: PendingClaim) => target !== null && target > 0 && value >= target;
  const inTime = (claim: PendingClaim) => reaches(claim) && (lastDay === null || claim.asOf <= lastDay);
  const days = observations.filter(reaches).map(({ asOf }) => asOf);
  return {
    reachedOn: days.reduce<CalendarDate | null>(
      (first, on) => (first === null || on < first ? on : first),
      null,
    ),
    highest: observations.length === 0 ? null : Math.max(...observations.map(({ value }) => value)),
    pending: claims.some(inTime) ? 'met_in_time' : claims.length > 0 ? 'other' : 'none',
    crosses,
    blocked,
  };
}

/**
 * What reports make of a commitment. It is met by the day for which a value holds and not by the day on which somebody
 * accepted it. After the last day a claim that waits and does not say it was met leaves it overdue: "no report received"
 * would not be true.
 */
export function reportedOf(delivered: Delivered, lastDay: CalendarDate | null): Reported {
  return { reached: reachedOf(delivered, lastDay), before: beforeOf(delivered), after: afterOf(delivered) };
}

function reachedOf({ reachedOn }: Delivered, lastDay: CalendarDate | null): Reported['reached'] {
  if (reachedOn === null) return null;
  return lastDay === null || reachedOn <= lastDay ? 'met' : 'met_late';
}

function beforeOf({ crosses, blocked, highest }: Delivered): Reported['before'] {
  if (crosses || blocked) return 'at_risk';
  if (highest === null) return 'unreported';
  return highest > 0 ? 'on_track' : 'not_started';
}

function afterOf({ pending, highest }: Delivered): Reported['after'] {
  if (pending === 'met_in_time') return 'awaiting_verification';
  return highest === null && pending === 'none' ? 'overdue_unreported' : 'overdue';
}
