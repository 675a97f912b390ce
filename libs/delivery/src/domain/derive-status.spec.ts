import * as fc from 'fast-check';
import { CalendarDate, addDays, calendarDate } from '@app/kernel';
import {
  DELIVERY_STATUSES,
  DELIVERY_STATUS_NAMES,
  DeadlineWindow,
  STANDINGS,
  RUNNING_STATES,
  deriveStatus as derive,
  placeOf,
  standingOf,
  statusWindow,
  windowsOf,
} from './derive-status';
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
});
const deriveStatus = ({ lastDay }: { lastDay: CalendarDate | null }, today: CalendarDate) =>
  derive(running(lastDay), today);

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

  it('is the one whose window contains the deadline, on every day', () => {
    fc.assert(
      fc.property(fc.option(days), days, standings, decisions, (lastDay, today, standing, decision) => {
        const windows = DELIVERY_STATUSES.filter((status) => {
          const place = placeOf(status);
          return (
            place.standings.includes(standing) &&
            place.decisions.includes(decision) &&
            contains(statusWindow(status, today), lastDay)
          );
        });
        expect(windows).toEqual([derive({ lastDay, standing, decision }, today)]);
      }),
    );
  });

  it('agrees with its window on both sides of every edge', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(-1, 0, 1, 89, 90, 91, 92), (today, ahead) => {
        const lastDay = addDays(today, ahead);
        const status = deriveStatus({ lastDay }, today);
        expect(contains(statusWindow(status, today), lastDay)).toBe(true);
      }),
    );
  });

  it('is found by the merged windows of any choice of statuses', () => {
    fc.assert(
      fc.property(fc.subarray([...DELIVERY_STATUSES]), fc.option(days), days, (statuses, lastDay, today) => {
        const found = windowsOf(statuses, today);
        const inSpan = found.spans.filter((span) => contains(span, lastDay)).length === 1;
        for (const standing of STANDINGS) {
          for (const decision of DECISIONS) {
            const placed = found.places.some(
              (place) => place.standings.includes(standing) && place.decisions.includes(decision),
            );
            const open = standing === 'running' && decision === null;
            const holds = placed || (open && (lastDay === null ? found.none : inSpan));
            expect(holds).toBe(statuses.includes(derive({ lastDay, standing, decision }, today)));
          }
        }
      }),
    );
  });

  it('is silent where the agreement is suspended or has ended, whatever the deadline', () => {
    fc.assert(
      fc.property(fc.option(days), days, (lastDay, today) => {
        expect(derive({ lastDay, standing: 'suspended', decision: null }, today)).toBe('suspended');
        expect(derive({ lastDay, standing: 'ended', decision: null }, today)).toBe('ended');
      }),
    );
  });

  it('is what was decided, released before suspended and closed after it', () => {
    fc.assert(
      fc.property(fc.option(days), days, standings, (lastDay, today, standing) => {
        for (const decision of RELEASES) {
          expect(derive({ lastDay, standing, decision }, today)).toBe(decision);
        }
        for (const decision of CLOSINGS) {
          const expected = standing === 'suspended' ? 'suspended' : decision;
          expect(derive({ lastDay, standing, decision }, today)).toBe(expected);
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

  it('merges the windows of statuses that follow each other', () => {
    const { spans } = windowsOf(['unreported', 'due_soon'], day('2026-11-23'));
    expect(spans).toEqual([{ from: '2026-11-23', until: null }]);
  });

  it('never goes back as days pass', () => {
    const order = ['unreported', 'due_soon', 'overdue_unreported'];
    fc.assert(
      fc.property(days, days, fc.nat(2000), (lastDay, today, later) => {
        const now = order.indexOf(deriveStatus({ lastDay }, today));
        expect(order.indexOf(deriveStatus({ lastDay }, addDays(today, later)))).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('has a name in three languages', () => {
    for (const status of DELIVERY_STATUSES) {
      expect(Object.values(DELIVERY_STATUS_NAMES[status]).every((name) => name)).toBe(true);
    }
  });
});
