import * as fc from 'fast-check';
import { CalendarDate, addDays, calendarDate } from '@app/kernel';
import {
  DELIVERY_STATUSES,
  DELIVERY_STATUS_NAMES,
  DeadlineWindow,
  deriveStatus,
  statusWindow,
  windowsOf,
} from './derive-status';

const day = calendarDate;
const days = fc.integer({ min: 0, max: 90_000 }).map((count) => addDays(day('1950-01-01'), count));

function contains(window: DeadlineWindow, lastDay: CalendarDate | null): boolean {
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
      fc.property(fc.option(days), days, (lastDay, today) => {
        const windows = DELIVERY_STATUSES.filter((status) => contains(statusWindow(status, today), lastDay));
        expect(windows).toEqual([deriveStatus({ lastDay }, today)]);
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
        const { spans, none } = windowsOf(statuses, today);
        const found = lastDay === null ? none : spans.filter((span) => contains(span, lastDay)).length === 1;
        expect(found).toBe(statuses.includes(deriveStatus({ lastDay }, today)));
      }),
    );
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
