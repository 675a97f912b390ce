import * as fc from 'fast-check';
import { type CalendarDate, addDays, calendarDate } from '@app/kernel';
import type { AcceptedObservation } from '../observation';
import {
  type Forecast,
  type ForecastQuestion,
  crossesDeadline,
  crossingConfirmed,
  forecast,
} from './forecast';

const day = calendarDate;
const observed = (...values: readonly (readonly [asOf: string, value: number])[]): AcceptedObservation[] =>
  values.map(([asOf, value]) => ({ asOf: day(asOf), value, rank: 'payroll_or_cnss', recordedOn: day(asOf) }));
const asked = (
  observations: AcceptedObservation[],
  target = 700,
  lastDay: CalendarDate | null = day('2029-12-31'),
) => ({
  observations,
  target,
  lastDay,
});

const STEADY = observed(
  ['2027-06-30', 60],
  ['2027-12-31', 130],
  ['2028-06-30', 205],
  ['2028-12-31', 275],
  ['2029-06-30', 350],
);

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('2000-01-01'), count));
const observations = fc.array(
  fc.record({
    asOf: days,
    value: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant(0)),
    rank: fc.constant('none' as const),
    recordedOn: days,
  }),
  { maxLength: 12 },
);
const questions: fc.Arbitrary<ForecastQuestion> = fc.record({
  observations,
  target: fc.option(fc.integer({ min: 0, max: 2000 })),
  lastDay: fc.option(days),
});

describe('the forecast of a promise', () => {
  it('is a range with the pace now and the pace needed', () => {
    const found = forecast(asked(STEADY));
    expect(found).toMatchObject({
      kind: 'range',
      asOf: '2029-06-30',
      method: { name: 'theil_sen', observations: 5, wide: false, share: 0.8 },
    });
    if (found.kind !== 'range') throw new Error('no range');
    expect(found.pace.now).toBeCloseTo(12.1, 1);
    expect(found.pace.needed).toBeCloseTo(57.9, 1);
    // The pace itself leads to 18 November 2031.
    expect(found.from < day('2031-11-18')).toBe(true);
    expect(found.until !== null && found.until > day('2031-11-18')).toBe(true);
  });

  it('says that there are not enough reports', () => {
    expect(forecast(asked([]))).toEqual({ kind: 'not_enough_reports', observations: 0 });
    const twice = observed(['2027-06-30', 60], ['2027-06-30', 62]);
    expect(forecast(asked(twice))).toEqual({ kind: 'not_enough_reports', observations: 1 });
    expect(crossesDeadline(asked(twice))).toBeNull();
  });

  it('is wide from two to four observations, and says so', () => {
    for (const many of [2, 3, 4]) {
      expect(forecast(asked(STEADY.slice(0, many)))).toMatchObject({
        kind: 'range',
        method: { observations: many, wide: true, share: 0.9 },
      });
    }
  });

  it('reads reports before anything was delivered as one', () => {
    const waiting = observed(['2025-06-30', 0], ['2025-12-31', 0], ['2026-06-30', 0], ['2026-12-31', 0]);
    const begun = [...waiting, ...STEADY.slice(0, 2)];
    expect(forecast(asked(begun))).toMatchObject({ kind: 'range', method: { observations: 3, wide: true } });
  });

  it('is never at this pace where nothing moves or values fall', () => {
    const still = observed(['2027-06-30', 60], ['2027-12-31', 60], ['2028-06-30', 60]);
    const falling = observed(['2027-06-30', 60], ['2027-12-31', 50], ['2028-06-30', 45]);
    const none = observed(['2027-06-30', 0], ['2027-12-31', 0]);
    const slow = observed(['2027-06-30', 60], ['2027-12-31', 61]);
    expect(forecast(asked(still))).toMatchObject({ kind: 'never_at_this_pace', reason: 'standstill' });
    expect(forecast(asked(falling))).toMatchObject({ kind: 'never_at_this_pace', reason: 'falling' });
    expect(forecast(asked(none))).toMatchObject({ kind: 'never_at_this_pace', reason: 'standstill' });
    expect(forecast(asked(slow, 700_000))).toMatchObject({ kind: 'never_at_this_pace', reason: 'too_slow' });
    for (const one of [still, falling, none]) expect(crossesDeadline(asked(one))).toBe(true);
  });

  it('needs no pace without a deadline or after it', () => {
    expect(forecast(asked(STEADY, 700, null))).toMatchObject({ pace: { needed: null } });
    expect(forecast(asked(STEADY, 700, day('2029-06-30')))).toMatchObject({ pace: { needed: null } });
    expect(crossesDeadline(asked(STEADY, 700, null))).toBeNull();
    expect(crossesDeadline(asked(STEADY, 700, day('2029-06-30')))).toBe(true);
  });

  it('is over when the target was reached, by the day of the value', () => {
    const reached = [...STEADY, ...observed(['2029-12-31', 700], ['2030-06-30', 690])];
    expect(forecast(asked(reached))).toEqual({ kind: 'reached', on: '2029-12-31' });
    expect(crossesDeadline(asked(reached))).toBe(false);
    expect(crossesDeadline(asked(reached, 700, day('2029-12-30')))).toBe(true);
  });

  it('follows the stages of a promise without a number', () => {
    const stages = observed(['2027-06-30', 0], ['2027-12-31', 1], ['2028-06-30', 2]);
    expect(forecast(asked(stages, 3))).toMatchObject({ kind: 'range', method: { wide: true } });
    expect(forecast({ observations: stages, target: null, lastDay: null })).toEqual({
      kind: 'nothing_to_reach',
    });
  });

  it('is told of every question, and never one day', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const found: Forecast = forecast(question);
        if (found.kind !== 'range') return;
        expect(found.from > found.asOf).toBe(true);
        expect(found.until === null || found.until >= addDays(found.from, 31)).toBe(true);
        expect(Number.isFinite(found.pace.now) && found.pace.now > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('crosses no deadline that lies after the range, and every one before it', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const found = forecast(question);
        if (found.kind !== 'range') return;
        const before = { ...question, lastDay: addDays(found.from, -2) };
        expect(crossesDeadline(before)).toBe(true);
        if (found.until) expect(crossesDeadline({ ...question, lastDay: found.until })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a forecast that crosses the deadline', () => {
  const slow = observed(['2027-06-30', 10], ['2027-12-31', 20], ['2028-06-30', 30]);

  it('is confirmed by the evaluation of the day after', () => {
    expect(crossingConfirmed(asked(slow), day('2028-06-30'))).toBe(true);
    const asOne = slow.map((one) => ({ ...one, recordedOn: day('2028-07-15') }));
    expect(crossingConfirmed(asked(asOne), day('2028-07-15'))).toBe(false);
    expect(crossingConfirmed(asked(asOne), day('2028-07-16'))).toBe(true);
  });

  it('is not confirmed by a slip that was corrected the next day', () => {
    const slip = {
      ...STEADY[4],
      asOf: day('2029-06-30'),
      value: 0,
      rank: 'none',
      recordedOn: day('2029-07-10'),
    } as const;
    const correction = { ...slip, value: 650, recordedOn: day('2029-07-11') };
    const question = asked([...STEADY.slice(0, 3), { ...slip }, correction], 700, day('2040-12-31'));
    expect(crossingConfirmed(question, day('2029-07-11'))).toBe(false);
  });
});
