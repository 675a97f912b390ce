import * as fc from 'fast-check';
import { addDays, calendarDate } from '@app/kernel';
import { type ClockFacts, burnUpOf, clocksOf } from './clocks';

const day = calendarDate;
const observed = (asOf: string, value: number, recordedOn = asOf) =>
  ({ asOf: day(asOf), value, rank: 'site_visit', recordedOn: day(recordedOn) }) as const;

const FACTS: ClockFacts = {
  observations: [observed('2027-12-31', 180), observed('2027-06-30', 100)],
  claims: [
    { asOf: day('2027-06-30'), value: 120 },
    { asOf: day('2028-06-30'), value: 300 },
    { asOf: day('2027-12-31'), value: 190 },
  ],
  target: 600,
  lastDay: day('2030-12-31'),
  firstLastDay: day('2029-12-31'),
};

const days = fc.integer({ min: 0, max: 9000 }).map((count) => addDays(day('2020-01-01'), count));
const facts: fc.Arbitrary<ClockFacts> = fc.record({
  observations: fc.array(
    fc.record({ asOf: days, value: fc.nat(900), rank: fc.constant('none' as const), recordedOn: days }),
  ),
  claims: fc.array(fc.record({ asOf: days, value: fc.nat(900) })),
  target: fc.option(fc.nat(900)),
  lastDay: fc.option(days),
  firstLastDay: fc.option(days),
});

describe('the three clocks', () => {
  it('tell what is claimed, what is proven, and how it stands against the first date', () => {
    expect(clocksOf(FACTS, day('2028-09-01'))).toEqual({
      claim: { asOf: '2028-06-30', value: 300, share: 0.5 },
      evidence: {
        asOf: '2027-12-31',
        value: 180,
        share: 0.3,
        rank: 'site_visit',
        band: 'independently_verified',
      },
      original: { lastDay: '2029-12-31', daysLeft: 486, standing: 'ahead', movedDays: 365 },
    });
  });

  it('stand still before anything is reported', () => {
    const silent = { ...FACTS, observations: [], claims: [], firstLastDay: null };
    expect(clocksOf(silent, day('2028-09-01'))).toEqual({ claim: null, evidence: null, original: null });
  });

  it('judge by the first date what a later deadline forgave', () => {
    const late = { ...FACTS, observations: [observed('2030-06-30', 600)] };
    expect(clocksOf(late, day('2030-09-01')).original).toMatchObject({ standing: 'met_late' });
    expect(clocksOf(FACTS, day('2030-01-01')).original).toMatchObject({ standing: 'passed', daysLeft: -1 });
    const early = { ...FACTS, observations: [observed('2029-12-31', 600, '2030-05-01')] };
    expect(clocksOf(early, day('2030-09-01')).original).toMatchObject({ standing: 'met' });
  });

  it('answer whatever the facts', () => {
    fc.assert(
      fc.property(facts, days, (all, today) => {
        const { evidence, original } = clocksOf(all, today);
        expect(evidence === null).toBe(all.observations.length === 0);
        expect(original === null).toBe(all.firstLastDay === null);
      }),
    );
  });
});

describe('the burn-up of a promise', () => {
  const from = { from: day('2026-12-31'), milestones: [] };

  it('has the promised line, claims and accepted values in their order, and the range of the forecast', () => {
    const found = burnUpOf(FACTS, from);
    expect(found.promised).toMatchObject({ kind: 'straight_assumption' });
    expect(found.claimed.map(({ value }) => value)).toEqual([120, 190, 300]);
    expect(found.accepted.map(({ value }) => value)).toEqual([100, 180]);
    expect(found.forecast).toMatchObject({ from: { asOf: '2027-12-31', value: 180 }, target: 600 });
  });

  it('has no range where there is none', () => {
    expect(burnUpOf({ ...FACTS, observations: [] }, from).forecast).toBeNull();
    fc.assert(
      fc.property(facts, (all) => {
        const { accepted, forecast } = burnUpOf(all, from);
        const inOrder = accepted.every(
          ({ asOf }, index) => index === 0 || (accepted[index - 1]?.asOf ?? '') < asOf,
        );
        expect(inOrder).toBe(true);
        if (forecast?.latest) expect(forecast.latest > forecast.earliest).toBe(true);
      }),
    );
  });
});
