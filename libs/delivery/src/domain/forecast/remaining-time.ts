import {
  FROM_FIVE,
  FROM_TWO,
  type FactorLine,
  LARGEST_SPREAD,
  LEAST_WIDTH,
  type RangeParameters,
} from './range-parameters';
import { type Point, type Trend, trendOf } from './trend';

/** So many of the last observations make the pace: a delivery that changed its pace a year ago has that of today. */
export const OBSERVATIONS_OF_PACE = 5;

/** What the last observations say of the time until a target is reached, in days after the last of them. */
export interface RemainingTime {
  readonly early: number;
  /** As many deliveries were earlier as later. Never shown: a forecast is a range. */
  readonly middle: number;
  readonly late: number;
}

/** The pace of a delivery, and the time that remains; null where the pace never leads to the target. */
export interface Estimate {
  readonly trend: Trend;
  /** How many observations made it. */
  readonly used: number;
  /** Whether they are so few that the range is wide. */
  readonly wide: boolean;
  /** The share of deliveries that the range is made for. */
  readonly share: number;
  readonly remaining: RemainingTime | null;
}

/** What the range says of a delivery: how far apart its paces lie, and how much of the target is reached. */
export interface Signs {
  readonly spread: number;
  readonly reached: number;
}

/**
 * Of the reports before anything was delivered the last alone says something of the pace. Where nothing was delivered
 * at all, all of them do.
 */
export function sinceBegun(points: readonly Point[]): readonly Point[] {
  const first = points.findIndex(({ value }) => value > 0);
  return first <= 1 ? points : points.slice(first - 1);
}

/** @param points two at least, in the order of their days, none of which reaches the target. */
export function estimate(points: readonly Point[], target: number): Estimate {
  const last = sinceBegun(points).slice(-OBSERVATIONS_OF_PACE);
  const trend = trendOf(last);
  const used = last.length;
  const wide = used < OBSERVATIONS_OF_PACE;
  const parameters = wide ? FROM_TWO : FROM_FIVE;
  const remaining = trend.pace > 0 ? remainingTime(trend, target, parameters) : null;
  return { trend, used, wide, share: parameters.share, remaining };
}

function remainingTime(trend: Trend, target: number, parameters: RangeParameters): RemainingTime {
  const atPace = (target - trend.level) / trend.pace;
  const signs = signsOf(trend, target);
  const early = Math.min(factor(parameters.early, signs), -LEAST_WIDTH);
  const late = Math.max(factor(parameters.late, signs), LEAST_WIDTH);
  const middle = Math.min(Math.max(factor(parameters.middle, signs), early), late);
  return {
    early: atPace * Math.exp(early),
    middle: atPace * Math.exp(middle),
    late: atPace * Math.exp(late),
  };
}

/** The signs by which a range is made wide or narrow. */
export function signsOf({ spread, level }: Trend, target: number): Signs {
  return { spread: Math.log1p(Math.min(spread, LARGEST_SPREAD)), reached: level / target };
}

function factor({ constant, spread, reached }: FactorLine, signs: Signs): number {
  return constant + spread * signs.spread + reached * signs.reached;
}
