import fc from 'fast-check';
import {
  CalendarDate,
  WorkingDays,
  addDays,
  addMonths,
  calendarDate,
  calendarDateOf,
  daysBetween,
  isoWeekday,
  parseCalendarDate,
  parsePublishedDate,
  publishedDate,
} from '.';

const anyDate = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays(calendarDate('1950-01-01'), days));

describe('calendar dates', () => {
  it.each(['2029-02-30', '2029-13-01', '2029-2-3', '0029-02-03', '2300-01-01', '', '2029-01-01T00:00:00Z'])(
    'refuses %s',
    (text) => expect(parseCalendarDate(text)).toBeNull(),
  );

  it('adds and subtracts days to the same day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
        expect(Math.sign(days)).toBe(later === date ? 0 : later > date ? 1 : -1);
      }),
    );
  });

  it('knows the days of the week', () => {
    expect(isoWeekday(calendarDate('2028-12-31'))).toBe(7);
    expect(isoWeekday(calendarDate('2026-11-23'))).toBe(1);
    expect(isoWeekday(calendarDate('1950-01-01'))).toBe(7);
  });

  it('stays in the month when the target month is shorter', () => {
    expect(addMonths(calendarDate('2025-08-31'), 18)).toBe('2027-02-28');
    expect(addMonths(calendarDate('2024-03-31'), -1)).toBe('2024-02-29');
  });
});

describe('published dates', () => {
  it.each([
    ['2029', 'year', '2029-01-01', '2029-12-31'],
    ['2024-06', 'month', '2024-06-01', '2024-06-30'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2025-H1', 'half_year', '2025-01-01', '2025-06-30'],
    ['2025-H2', 'half_year', '2025-07-01', '2025-12-31'],
    ['2025-04-15', 'day', '2025-04-15', '2025-04-15'],
    ['2025-04-14/2025-04-16', 'range', '2025-04-14', '2025-04-16'],
  ])('reads %s as a %s', (stated, precision, firstDay, lastDay) => {
    expect(publishedDate(stated)).toEqual({ stated, precision, firstDay, lastDay });
  });

  it.each(['', 'end of 2029', '2029-00', '2029-13', '2029-H3', '1800', '2025-04-16/2025-04-14', '29'])(
    'refuses %s',
    (stated) => expect(parsePublishedDate(stated)).toBeNull(),
  );
});

describe('working days', () => {
  const newYear = calendarDate('2029-01-01');
  const days = new WorkingDays([6, 7], [newYear]);

  it('moves a day off to the working day before or after', () => {
    expect(days.onOrBefore(calendarDate('2028-12-31'))).toBe('2028-12-29');
    expect(days.onOrAfter(newYear)).toBe('2029-01-02');
    expect(days.onOrAfter(calendarDate('2029-01-03'))).toBe('2029-01-03');
  });

  it('counts working days after one, and finds the one that is so many later', () => {
    const friday = calendarDate('2028-12-29');
    expect(days.between(friday, newYear)).toBe(0);
    expect(days.between(friday, calendarDate('2029-01-03'))).toBe(2);
    expect(days.between(newYear, friday)).toBe(0);
    expect(days.after(friday, 2)).toBe('2029-01-03');
    expect(days.after(friday, 0)).toBe(friday);
  });

  it('always lands on a working day, on the right side, with none in between', () => {
    const anyHolidays = fc.array(anyDate, { maxLength: 30 });
    const anyWeekend = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyDate, anyHolidays, anyWeekend, (date: CalendarDate, holidays, weekend) => {
        const calendar = new WorkingDays(weekend, holidays);
        const [before, after] = [calendar.onOrBefore(date), calendar.onOrAfter(date)];
        expect(calendar.isWorkingDay(before) && calendar.isWorkingDay(after)).toBe(true);
        expect(before <= date && date <= after).toBe(true);
        expect(calendar.isWorkingDay(date)).toBe(before === after);
      }),
    );
  });

  it('refuses a week without a working day', () => {
    expect(() => new WorkingDays([1, 2, 3, 4, 5, 6, 7], [])).toThrow(RangeError);
  });

  it('names a day by its numbers', () => expect(calendarDateOf(2029, 2, 3)).toBe('2029-02-03'));
});
