import { addDays, calendarDate, daysBetween } from '@app/kernel';
import {
  CURVE_FAMILIES,
  type SimulatedDelivery,
  simulatedDelivery,
} from '../../../../../test/support/delivery-curves';
import { HELD_APART_FROM, TRAINING, fitRanges } from '../../../../../test/support/fit-ranges';
import { type Forecast, forecast } from './forecast';
import { FROM_FIVE, FROM_TWO } from './range-parameters';

/** How many deliveries are held against their forecasts; with many the parameters are fitted again as well. */
const CURVES = Number(process.env.FORECAST_CURVES ?? 3000);
const FITS_AGAIN = CURVES >= 50_000;

const SIGNED = calendarDate('2026-01-01');

interface Tally {
  group: string;
  holds: (delivery: SimulatedDelivery, wide: boolean) => boolean;
  ranges: number;
  within: number;
  withoutRange: number;
  factors: number[];
}

function forecastOf({ points, target }: SimulatedDelivery): Forecast {
  const observations = points.map(({ day, value }) => {
    const asOf = addDays(SIGNED, day);
    return { asOf, value, rank: 'company_document' as const, recordedOn: asOf };
  });
  return forecast({ observations, target, lastDay: null });
}

type Group = readonly [name: string, holds: Tally['holds']];

const FAMILIES = CURVE_FAMILIES.map((name): Group => [name, ({ family }) => family === name]);

function tally(reports: { from: number; until: number }, groups: readonly Group[]): Tally[] {
  const tallies = groups.map(([group, holds]): Tally => {
    return { group, holds, ranges: 0, within: 0, withoutRange: 0, factors: [] };
  });
  for (let seed = HELD_APART_FROM; seed < HELD_APART_FROM + CURVES; seed++) {
    const delivery = simulatedDelivery(seed, reports);
    const found = forecastOf(delivery);
    const wide = 'method' in found && found.method.wide;
    const reached = addDays(SIGNED, Math.ceil(delivery.reachedOn));
    for (const one of tallies.filter(({ holds }) => holds(delivery, wide))) {
      if (found.kind !== 'range') {
        one.withoutRange++;
        continue;
      }
      one.ranges++;
      if (reached >= found.from && (found.until === null || reached <= found.until)) one.within++;
      const ahead = daysBetween(found.asOf, found.from);
      one.factors.push(found.until === null ? Infinity : daysBetween(found.asOf, found.until) / ahead);
    }
  }
  return tallies;
}

function told(title: string, tallies: readonly Tally[]): string {
  const lines = tallies.map(({ group, ranges, within, withoutRange, factors }) => {
    const middle = factors.sort((a, b) => a - b)[Math.floor(factors.length / 2)] ?? NaN;
    const share = ((100 * within) / ranges).toFixed(1);
    return `  ${group.padEnd(24)} ${share} % of ${ranges} ranges; late end / early end ${middle.toFixed(1)}; no range ${withoutRange}`;
  });
  return [title, ...lines].join('\n');
}

describe('the range of a forecast, on deliveries it was not fitted on', () => {
  it('holds four of five of all from five observations on', () => {
    const tallies = tally({ from: 5, until: Infinity }, [
      ['every range', () => true],
      ['  stated as 80 %', (_, wide) => !wide],
      ['  fewer since it began', (_, wide) => wide],
      ...FAMILIES,
    ]);
    process.stdout.write(`${told('from five observations', tallies)}\n`);
    for (const { within, ranges } of tallies.slice(0, 2)) {
      expect(within / ranges).toBeGreaterThan(0.75);
      expect(within / ranges).toBeLessThan(0.85);
    }
  });

  it('is wide from two to four', () => {
    const tallies = tally({ from: 2, until: 4 }, [['every range', () => true], ...FAMILIES]);
    process.stdout.write(`${told('from two to four observations, stated as 90 %', tallies)}\n`);
    const [all] = tallies;
    expect(all && all.within / all.ranges).toBeGreaterThan(0.85);
    expect(all && all.within / all.ranges).toBeLessThan(0.95);
  });

  it('is tested on deliveries apart from those that fixed the parameters', () => {
    expect(HELD_APART_FROM).toBeGreaterThanOrEqual(TRAINING.from + TRAINING.many);
    if (FITS_AGAIN) expect(fitRanges()).toEqual({ fromFive: FROM_FIVE, fromTwo: FROM_TWO });
  }, 120_000);
});
