import { type CalendarDate, addDays, daysBetween } from '@app/kernel';
import { type AcceptedObservation, inOrderOfDays, knownOn } from '../observation';
import { type Estimate, estimate } from './remaining-time';

/** What a forecast is made of. */
export interface ForecastQuestion {
  readonly observations: readonly AcceptedObservation[];
  /** The value at which the promise is met, in the unit of the observations; null where nothing is to be reached. */
  readonly target: number | null;
  /** The last day on which the promise can be kept; null without a deadline. */
  readonly lastDay: CalendarDate | null;
}

/** How the pace is found, and from how many observations; two to four of them give a wide range. */
export interface ForecastMethod {
  readonly name: 'theil_sen';
  readonly observations: number;
  readonly wide: boolean;
  /** The share of simulated deliveries whose target was reached within such a range. */
  readonly share: number;
}

/** Paces in units a month: of today, and the one that would reach the target on the last day. */
export interface Paces {
  readonly now: number;
  /** Counted from the last observation; null without a deadline, or when it passed before that. */
  readonly needed: number | null;
}

interface Founded {
  readonly method: ForecastMethod;
  readonly pace: Paces;
  /** The day of the last observation. */
  readonly asOf: CalendarDate;
}

/** Why a pace leads nowhere: nothing moves, it goes back, or it would take longer than fifty years. */
export type NeverReason = 'standstill' | 'falling' | 'too_slow';

/** When a target is reached: a range and never a day, or why there is none. */
export type Forecast =
  | { readonly kind: 'nothing_to_reach' }
  | { readonly kind: 'not_enough_reports'; readonly observations: number }
  | { readonly kind: 'reached'; readonly on: CalendarDate }
  | ({ readonly kind: 'never_at_this_pace'; readonly reason: NeverReason } & Founded)
  | ({
      readonly kind: 'range';
      readonly from: CalendarDate;
      /** Null when it is further away than fifty years. */
      readonly until: CalendarDate | null;
    } & Founded);

/** A month as the mean of four hundred years. */
export const DAYS_A_MONTH = 365.2425 / 12;

/** Nobody forecasts further than this. */
const HORIZON_DAYS = Math.round(50 * 365.2425);

/** A range is a month long at least: it is never read as one day. */
const SHORTEST_RANGE_DAYS = 31;

/**
 * When the target is reached at the pace of the last observations; total over all questions. A target that was reached
 * once stays reached. The range counts from the last observation and not from today: silence moves nothing.
 */
export function forecast(question: ForecastQuestion): Forecast {
  const { target } = question;
  if (target === null || target <= 0) return { kind: 'nothing_to_reach' };
  const observations = inOrderOfDays(question.observations);
  const reached = observations.find(({ value }) => value >= target);
  if (reached) return { kind: 'reached', on: reached.asOf };
  const last = observations.at(-1);
  if (!last || observations.length < 2) {
    return { kind: 'not_enough_reports', observations: observations.length };
  }
  const found = estimateOf(observations, target);
  const founded = foundedOn(found, last, target, question.lastDay);
  const { remaining, trend } = found;
  if (remaining === null) {
    return { kind: 'never_at_this_pace', reason: trend.pace < 0 ? 'falling' : 'standstill', ...founded };
  }
  const early = Math.max(1, Math.floor(remaining.early));
  const late = Math.max(early + SHORTEST_RANGE_DAYS, Math.ceil(remaining.late));
  if (early > HORIZON_DAYS) return { kind: 'never_at_this_pace', reason: 'too_slow', ...founded };
  return {
    kind: 'range',
    from: addDays(last.asOf, early),
    until: late > HORIZON_DAYS ? null : addDays(last.asOf, late),
    ...founded,
  };
}

/**
 * Whether it is likelier than not that the target is reached after the last day, or never at this pace. Null where
 * nothing says so or the contrary: without a deadline, without a target, or with fewer than two observations.
 */
export function crossesDeadline(question: ForecastQuestion): boolean | null {
  const { target, lastDay } = question;
  if (target === null || target <= 0 || lastDay === null) return null;
  const observations = inOrderOfDays(question.observations);
  const reached = observations.find(({ value }) => value >= target);
  if (reached) return reached.asOf > lastDay;
  const last = observations.at(-1);
  if (!last || observations.length < 2) return null;
  const { remaining } = estimateOf(observations, target);
  return remaining === null || remaining.middle > daysBetween(last.asOf, lastDay);
}

function estimateOf(observations: readonly AcceptedObservation[], target: number): Estimate {
  const first = observations[0]?.asOf;
  const points = observations.map(({ asOf, value }) => ({
    day: first ? daysBetween(first, asOf) : 0,
    value,
  }));
  return estimate(points, target);
}

function foundedOn(
  { trend, used, wide, share }: Estimate,
  last: AcceptedObservation,
  target: number,
  lastDay: CalendarDate | null,
): Founded {
  const days = lastDay === null ? 0 : daysBetween(last.asOf, lastDay);
  const needed = days > 0 ? ((target - last.value) / days) * DAYS_A_MONTH : null;
  return {
    method: { name: 'theil_sen', observations: used, wide, share },
    pace: { now: trend.pace * DAYS_A_MONTH, needed },
    asOf: last.asOf,
  };
}

/**
 * Whether two evaluations on two days found the forecast past the deadline: with what the register knew on the day
 * before, and with what it knows on the day. Whoever corrects a slip the next day frightens nobody.
 */
export function crossingConfirmed(question: ForecastQuestion, day: CalendarDate): boolean {
  return [addDays(day, -1), day].every((on) =>
    crossesDeadline({ ...question, observations: knownOn(question.observations, on) }),
  );
}
