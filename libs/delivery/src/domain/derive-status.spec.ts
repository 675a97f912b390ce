import * as fc from 'fast-check';
import { CalendarDate, addDays, calendarDate } from '@app/kernel';
import {
  DELIVERY_STATUSES,
  DELIVERY_STATUS_NAMES,
  DeadlineWindow,
  STANDINGS,
  RUNNING_STATES,
  deriveStatus as derive,
  DeliveryFacts,
  boundsOf,
  caseOf,
  liesInReported,
  standingOf,
} from './derive-status';
import { AFTER, BEFORE, NOTHING_DELIVERED, REACHED, UNREPORTED, deliveredOf, reportedOf } from './reported';
import { statusSpans } from './status-spans';
import { CLOSINGS, OUTCOMES, RELEASES } from './settlement';

const day = calendarDate;
const days = fc.integer({ min: 0, max: 90_000 }).map((count) => addDays(day('1950-01-01'), count));

const standings = fc.constantFrom(...STANDINGS);
const DECISIONS = [null, ...OUTCOMES];
const decisions = fc.constantFrom(...DECISIONS);
const running = (lastDay: CalendarDate | null) => ({
  lastDay,
  standing: 'running' as const,
  decision: null,
  reported: UNREPORTED,
});
const deriveStatus = ({ lastDay }: { lastDay: CalendarDate | null }, today: CalendarDate) =>
  derive(running(lastDay), today);

const reports = fc.record({
  reached: fc.constantFrom(null, ...REACHED),
  before: fc.constantFrom(...BEFORE),
  after: fc.constantFrom(...AFTER),
});
const facts: fc.Arbitrary<DeliveryFacts> = fc.record({
  lastDay: fc.option(days),
  standing: standings,
  decision: decisions,
  reported: reports,
});

function holds({ place, window, reported = null }: ReturnType<typeof caseOf>, all: DeliveryFacts): boolean {
  return (
    place.standings.includes(all.standing) &&
    place.decisions.includes(all.decision) &&
    liesInReported(reported, all.reported) &&
    contains(window, all.lastDay)
  );
}

function contains(window: DeadlineWindow, lastDay: CalendarDate | null): boolean {
  if (window === 'any') return true;
  if (window === 'none') return lastDay === null;
  if (lastDay === null) return false;
  return (
    (window.from === null || lastDay >= window.from) && (window.until === null || lastDay <= window.until)
  );
}

describe('the status of a commitment', () => {
  it.each([
    ['without a deadline', null, '2026-11-23', 'no_deadline'],
    ['on its last day', '2029-12-31', '2029-12-31', 'due_soon'],
    ['the day after its last day', '2029-12-31', '2030-01-01', 'overdue_unreported'],
    ['90 days before its last day', '2026-12-31', '2026-10-02', 'due_soon'],
    ['91 days before its last day', '2026-12-31', '2026-10-01', 'unreported'],
    ['years before its last day', '2029-12-31', '2026-11-23', 'unreported'],
  ])('%s', (_, lastDay, today, status) => {
    expect(deriveStatus({ lastDay: lastDay === null ? null : day(lastDay) }, day(today))).toBe(status);
  });

  it('is the one whose case holds, on every day and whatever was reported', () => {
    fc.assert(
      fc.property(facts, days, (all, today) => {
        const holding = DELIVERY_STATUSES.filter((status) => holds(caseOf(status, today), all));
        expect(holding).toEqual([derive(all, today)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with its case on both sides of every edge', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(-1, 0, 1, 89, 90, 91, 92), reports, (today, ahead, reported) => {
        const all = { ...running(addDays(today, ahead)), reported };
        expect(holds(caseOf(derive(all, today), today), all)).toBe(true);
      }),
    );
  });

  it('lies within the bounds of any choice of statuses that have some', () => {
    fc.assert(
      fc.property(fc.subarray([...DELIVERY_STATUSES]), facts, days, (statuses, all, today) => {
        const bounds = boundsOf(statuses.map((status) => caseOf(status, today)));
        if (bounds === null || !statuses.includes(derive(all, today))) return;
        expect(contains(bounds, all.lastDay)).toBe(true);
      }),
    );
  });

  it('is silent where the agreement is suspended or has ended, whatever the deadline', () => {
    fc.assert(
      fc.property(fc.option(days), days, (lastDay, today) => {
        expect(derive({ ...running(lastDay), standing: 'suspended' }, today)).toBe('suspended');
        expect(derive({ ...running(lastDay), standing: 'ended' }, today)).toBe('ended');
      }),
    );
  });

  it('is what was decided, released before suspended and closed after it', () => {
    fc.assert(
      fc.property(fc.option(days), days, standings, (lastDay, today, standing) => {
        for (const decision of RELEASES) {
          expect(derive({ lastDay, standing, decision, reported: UNREPORTED }, today)).toBe(decision);
        }
        for (const decision of CLOSINGS) {
          const expected = standing === 'suspended' ? 'suspended' : decision;
          expect(derive({ lastDay, standing, decision, reported: UNREPORTED }, today)).toBe(expected);
        }
      }),
    );
  });

  it('takes every legal state but the suspension for an end, unless the agreement runs', () => {
    expect([...RUNNING_STATES, 'suspended', 'terminated', 'superseded'].map(standingOf)).toEqual([
      ...RUNNING_STATES.map(() => 'running'),
      'suspended',
      'ended',
      'ended',
    ]);
  });

  it('has the bounds of statuses that follow each other', () => {
    const cases = (['unreported', 'due_soon'] as const).map((status) => caseOf(status, day('2026-11-23')));
    expect(boundsOf(cases)).toEqual({ from: '2026-11-23', until: null });
    expect(boundsOf([...cases, caseOf('no_deadline', day('2026-11-23'))])).toBeNull();
  });

  it('never turns from overdue to on track as days pass without new facts', () => {
    const order = [['unreported', 'not_started', 'on_track', 'at_risk'], ['due_soon'], [...AFTER]];
    const stage = (status: string) => order.findIndex((statuses) => statuses.includes(status));
    fc.assert(
      fc.property(facts, days, fc.nat(2000), (all, today, later) => {
        const [now, then] = [derive(all, today), derive(all, addDays(today, later))];
        if (stage(now) === -1) expect(then).toBe(now);
        else expect(stage(then)).toBeGreaterThanOrEqual(stage(now));
      }),
      { numRuns: 1000 },
    );
  });

  it('is that of its span on every day, each day in one span', () => {
    fc.assert(
      fc.property(facts, days, (all, today) => {
        const spans = statusSpans(all);
        const found = spans.filter((span) => contains(span, today));
        expect(found.map(({ status }) => status)).toEqual([derive(all, today)]);
        for (const [index, { until }] of spans.entries()) {
          expect(spans[index + 1]?.from ?? null).toBe(until === null ? null : addDays(until, 1));
        }
      }),
    );
  });

  it('has a name in three languages', () => {
    for (const status of DELIVERY_STATUSES) {
      expect(Object.values(DELIVERY_STATUS_NAMES[status]).every((name) => name)).toBe(true);
    }
  });
});

describe('what reports make of the status', () => {
  const lastDay = day('2029-12-31');
  const observed = (asOf: string, value: number, recordedOn = asOf) =>
    ({ asOf: day(asOf), value, rank: 'payroll_or_cnss', recordedOn: day(recordedOn) }) as const;
  const RISKS = { crosses: false, blocked: false };
  const statusOn = (
    today: string,
    told: Partial<Parameters<typeof deliveredOf>[0]>,
    risks: Partial<typeof RISKS> = {},
    decided: Partial<DeliveryFacts> = {},
  ) => {
    const all = { observations: [], claims: [], target: 500, lastDay, ...told };
    const reported = reportedOf(deliveredOf(all, { ...RISKS, ...risks }), all.lastDay);
    return derive({ ...running(all.lastDay), reported, ...decided }, day(today));
  };

  it.each([
    ['met early', '2028-06-30', [observed('2028-03-31', 510)], 'met'],
    ['met late', '2030-09-30', [observed('2029-12-31', 480), observed('2030-03-31', 505)], 'met_late'],
    ['met in time, accepted late', '2030-09-30', [observed('2029-12-31', 500, '2030-08-01')], 'met'],
    [
      'met, with fewer since',
      '2030-09-30',
      [observed('2029-12-31', 500), observed('2030-06-30', 490)],
      'met',
    ],
    ['short', '2030-01-01', [observed('2029-06-30', 400)], 'overdue'],
    ['nothing heard', '2030-01-01', [], 'overdue_unreported'],
    ['nothing yet', '2028-01-01', [observed('2027-06-30', 0)], 'not_started'],
    ['some, then none', '2028-01-01', [observed('2027-06-30', 9), observed('2027-12-31', 0)], 'on_track'],
    ['some', '2028-01-01', [observed('2027-06-30', 9)], 'on_track'],
    ['some, soon due', '2029-12-01', [observed('2027-06-30', 9)], 'due_soon'],
  ])('%s', (_, today, observations, status) => {
    expect(statusOn(today, { observations })).toBe(status);
  });

  it('is met by the target of today, dated by the observation: 700 amended to 500, 520 verified', () => {
    const observations = [observed('2028-06-30', 520, '2028-08-01')];
    expect(statusOn('2029-01-01', { observations, target: 700 })).toBe('on_track');
    expect(statusOn('2029-01-01', { observations, target: 500 })).toBe('met');
  });

  it('waits for the verifier only where a claim says that it was met in time', () => {
    const claim = { asOf: day('2029-12-31'), value: 500 };
    expect(statusOn('2030-02-01', { claims: [claim] })).toBe('awaiting_verification');
    expect(statusOn('2029-12-31', { claims: [claim] })).toBe('due_soon');
    expect(statusOn('2030-02-01', { claims: [{ ...claim, value: 499 }] })).toBe('overdue');
    expect(statusOn('2030-02-01', { claims: [{ ...claim, asOf: day('2030-01-01') }] })).toBe('overdue');
  });

  it('is at risk by the forecast or by a duty of the State, until the last day', () => {
    expect(statusOn('2028-01-01', {}, { blocked: true })).toBe('at_risk');
    expect(statusOn('2029-12-31', {}, { crosses: true })).toBe('at_risk');
    expect(statusOn('2030-01-01', {}, { crosses: true })).toBe('overdue_unreported');
  });

  it('is met where it was closed or ended, and not where it was released or while it is suspended', () => {
    const observations = [observed('2028-03-31', 510)];
    const status = (decided: Partial<DeliveryFacts>) => statusOn('2030-06-30', { observations }, {}, decided);
    expect(status({ decision: 'closed_not_met' })).toBe('met');
    expect(status({ standing: 'ended' })).toBe('met');
    expect(status({ decision: 'waived' })).toBe('waived');
    expect(status({ standing: 'suspended' })).toBe('suspended');
    expect(statusOn('2030-06-30', { observations, lastDay: null })).toBe('met');
  });

  it('is nothing before anything is reported', () => {
    expect(reportedOf(NOTHING_DELIVERED, lastDay)).toEqual(UNREPORTED);
    const nothing = { observations: [], claims: [], target: 500, lastDay };
    expect(deliveredOf(nothing, RISKS)).toEqual(NOTHING_DELIVERED);
  });
});
