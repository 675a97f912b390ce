import type { FactorLine, RangeParameters } from '../../libs/delivery/src/domain/forecast/range-parameters';
import {
  OBSERVATIONS_OF_PACE,
  type Signs,
  signsOf,
  sinceBegun,
} from '../../libs/delivery/src/domain/forecast/remaining-time';
import { trendOf } from '../../libs/delivery/src/domain/forecast/trend';
import { simulatedDelivery } from './delivery-curves';

/** Training deliveries have these numbers; those that are tested begin at another million. */
export const TRAINING = { from: 0, many: 12_000 } as const;
export const HELD_APART_FROM = 1_000_000;

interface Case {
  readonly signs: Signs;
  /** The logarithm of the time that remained over the time that the pace gave. */
  readonly factor: number;
}

/** Steps of the descent; more change the second decimal no more. */
const STEPS = 3000;

/**
 * Fits the parameters of ranges on the training deliveries: for each end the line below which such a share of the factors
 * lies (R. Koenker and G. Bassett, “Regression quantiles”, Econometrica 46, 1978).
 */
export function fitRanges(): { readonly fromFive: RangeParameters; readonly fromTwo: RangeParameters } {
  const many = cases(
    { from: OBSERVATIONS_OF_PACE, until: Infinity },
    (used) => used === OBSERVATIONS_OF_PACE,
  );
  const few = cases({ from: 2, until: OBSERVATIONS_OF_PACE - 1 }, () => true);
  // A range always holds the day to which the pace leads: these two shares make four fifths with that.
  return {
    fromFive: { share: 0.8, early: line(many, 0.12), middle: line(many, 0.5), late: line(many, 0.88) },
    fromTwo: { share: 0.9, early: line(few, 0.05), middle: line(few, 0.5), late: line(few, 0.95) },
  };
}

function cases(reports: { from: number; until: number }, counts: (used: number) => boolean): Case[] {
  const found: Case[] = [];
  for (let seed = TRAINING.from; seed < TRAINING.from + TRAINING.many; seed++) {
    const { points, target, reachedOn } = simulatedDelivery(seed, reports);
    const last = sinceBegun(points).slice(-OBSERVATIONS_OF_PACE);
    const trend = trendOf(last);
    if (!counts(last.length) || trend.pace <= 0) continue;
    const remained = reachedOn - (points.at(-1)?.day ?? 0);
    const few = last.length < OBSERVATIONS_OF_PACE;
    found.push({
      signs: few ? { ...signsOf(trend, target), spread: 0 } : signsOf(trend, target),
      factor: Math.log((remained * trend.pace) / (target - trend.level)),
    });
  }
  return found;
}

/** Descends the quantile loss with steps of a size of its own for each coefficient. */
function line(cases: readonly Case[], share: number): FactorLine {
  const at = [0, 0, 0];
  const mean = [0, 0, 0];
  const square = [0, 0, 0];
  for (let step = 1; step <= STEPS; step++) {
    const slope = [0, 0, 0];
    for (const { signs, factor } of cases) {
      const row = [1, signs.spread, signs.reached];
      const stated = row.reduce((sum, value, index) => sum + value * (at[index] ?? 0), 0);
      const pull = factor > stated ? -share : 1 - share;
      row.forEach((value, index) => (slope[index] = (slope[index] ?? 0) + (pull * value) / cases.length));
    }
    const size = 0.05 * 0.9985 ** step;
    for (const index of at.keys()) {
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * (slope[index] ?? 0);
      square[index] = 0.99 * (square[index] ?? 0) + 0.01 * (slope[index] ?? 0) ** 2;
      at[index] = (at[index] ?? 0) - (size * (mean[index] ?? 0)) / (Math.sqrt(square[index] ?? 0) + 1e-8);
    }
  }
  const [constant = 0, spread = 0, reached = 0] = at.map((value) => Math.round(value * 100) / 100);
  return { constant, spread, reached };
}
