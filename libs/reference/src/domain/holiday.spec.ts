import { calendarDate } from '@app/kernel';
import { daysOff, HolidayDates } from './holiday';

const fixed = (monthDay: string, sinceYear: number | null = null): HolidayDates => ({
  kind: 'fixed',
  monthDay,
  sinceYear,
  firstDay: null,
  days: null,
});

describe('days off', () => {
  it('repeat a fixed holiday every year', () => {
    const days = daysOff([fixed('05-01')]);
    expect(days).toEqual(expect.arrayContaining(['1990-05-01', '2026-05-01', '2120-05-01']));
    expect(days).toHaveLength(131);
  });

  it('begin with the year in which the day became a holiday', () => {
    const days = daysOff([fixed('10-31', 2026)]);
    expect(days).toContain('2026-10-31');
    expect(days).not.toContain('2025-10-31');
  });

  it('leave out 29 February where the year has none', () => {
    const days = daysOff([fixed('02-29')]);
    expect(days).toContain('2028-02-29');
    expect(days.every((day) => day.endsWith('-02-29'))).toBe(true);
    expect(days).toHaveLength(32);
  });

  it('take every day of a feast whose days are written down, and none of a feast without', () => {
    const feast: HolidayDates = {
      kind: 'lunar',
      monthDay: null,
      sinceYear: null,
      firstDay: null,
      days: null,
    };
    const dated: HolidayDates = { ...feast, kind: 'dated', firstDay: calendarDate('2027-12-31'), days: 2 };
    expect(daysOff([feast])).toEqual([]);
    expect(daysOff([feast, dated])).toEqual(['2027-12-31', '2028-01-01']);
  });
});
