import * as fc from 'fast-check';
import { CalendarDate, WorkingDays, addDays, calendarDate } from '@app/kernel';
import { crossedUntil, dueOn } from './crossing';

const FIRST = calendarDate('2026-01-01');
const dates = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(FIRST, days));
const thresholds = fc.integer({ min: -365, max: 450 });
const calendars = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    daysOff: fc.array(dates, { maxLength: 60 }),
  })
  .map(({ weekend, daysOff }) => new WorkingDays(weekend, daysOff));

describe('crossing a threshold', () => {
  it('is one comparison for any deadline, threshold and calendar', () => {
    fc.assert(
      fc.property(dates, thresholds, dates, calendars, (deadline, days, today, calendar) => {
        expect(deadline <= crossedUntil(days, today, calendar)).toBe(
          dueOn(deadline, days, calendar) <= today,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('falls on a working day: before the day off up to the deadline, after it later', () => {
    fc.assert(
      fc.property(dates, thresholds, calendars, (deadline, days, calendar) => {
        const day: CalendarDate = dueOn(deadline, days, calendar);
        expect(calendar.isWorkingDay(day)).toBe(true);
        if (days <= 0) expect(day <= addDays(deadline, days)).toBe(true);
        else expect(day >= addDays(deadline, days)).toBe(true);
      }),
    );
  });

  it('of a Sunday at the end of a year is Friday, and the day after it the next working day', () => {
    const calendar = new WorkingDays([6, 7], [calendarDate('2029-01-01')]);
    const deadline = calendarDate('2028-12-31');
    expect(dueOn(deadline, 0, calendar)).toBe('2028-12-29');
    expect(dueOn(deadline, 1, calendar)).toBe('2029-01-02');
  });
});
