import * as fc from 'fast-check';
import { type CalendarDate, addDays, calendarDate } from '@app/kernel';
import { type FlagFacts, evidenceOf, flagsOf } from './delivery-flags';
import { EVIDENCE_RANKS, compareRanks } from './evidence-rank';
import type { AcceptedObservation } from './observation';

const day = calendarDate;
const NOTHING: FlagFacts = {
  observations: [],
  reportingOpenedOn: null,
  owedSince: null,
  disputed: false,
  blockedBy: [],
  rescheduled: { times: 0, days: 0 },
};
const days = fc
  .integer({ min: 0, max: 9000 })
  .map((count): CalendarDate => addDays(day('2020-01-01'), count));
const observation: fc.Arbitrary<AcceptedObservation> = fc.record({
  asOf: days,
  value: fc.nat(1000),
  rank: fc.constantFrom(...EVIDENCE_RANKS),
  recordedOn: days,
});

describe('the flags beside a status', () => {
  it('are down before reporting was opened', () => {
    expect(flagsOf(NOTHING, day('2040-01-01'))).toEqual({
      reportLateSince: null,
      rescheduled: null,
      staleSince: null,
      evidence: null,
      disputed: false,
      blockedBy: [],
    });
  });

  it('say stale nine months after the last value, or after reporting was opened', () => {
    const opened = { ...NOTHING, reportingOpenedOn: day('2027-01-01') };
    expect(flagsOf(opened, day('2027-09-30')).staleSince).toBeNull();
    expect(flagsOf(opened, day('2027-10-01')).staleSince).toBe('2027-10-01');
    const asOf = day('2027-06-30');
    const observations = [{ asOf, value: 1, rank: 'none' as const, recordedOn: asOf }];
    expect(flagsOf({ ...opened, observations }, day('2028-03-29')).staleSince).toBeNull();
    expect(flagsOf({ ...opened, observations }, day('2028-03-30')).staleSince).toBe('2028-03-30');
  });

  it('say late the day after grace has run, and how often and far a deadline moved', () => {
    const owed = { ...NOTHING, owedSince: day('2027-08-10'), rescheduled: { times: 2, days: 731 } };
    expect(flagsOf(owed, day('2027-08-10')).reportLateSince).toBeNull();
    expect(flagsOf(owed, day('2027-08-11'))).toMatchObject({
      reportLateSince: '2027-08-10',
      rescheduled: { times: 2, days: 731 },
    });
  });

  it('never lower the evidence when another report is accepted', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1 }), observation, (before, accepted) => {
        const [then, now] = [evidenceOf(before), evidenceOf([...before, accepted])];
        expect(compareRanks(now ?? 'none', then ?? 'none')).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
