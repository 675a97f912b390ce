import {
  CalendarDate,
  FIRST_YEAR,
  LAST_YEAR,
  calendarDateOf,
  lastDayOfMonth,
  parseCalendarDate,
} from './calendar-date';

/** How exactly a paper states a date; `range` is a span of days, as of a fair. */
export const DATE_PRECISIONS = ['day', 'range', 'month', 'half_year', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/**
 * A date as a paper states it. `stated` is kept as published (`2029`, `2026-06`, `2025-H2`, `2025-04-15`,
 * `2025-04-14/2025-04-16`); the first and the last possible day are derived from it. "By 2029" includes
 * 31 December 2029.
 */
export interface PublishedDate {
  readonly stated: string;
  readonly precision: DatePrecision;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

const YEAR = /^(\d{4})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const HALF_YEAR = /^(\d{4})-H([12])$/;
const RANGE = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** Reads a stated date in one of the five precisions; null when it is none of them. */
export function parsePublishedDate(stated: string): PublishedDate | null {
  const day = parseCalendarDate(stated);
  if (day) return { stated, precision: 'day', firstDay: day, lastDay: day };
  const range = RANGE.exec(stated);
  if (range) {
    const firstDay = parseCalendarDate(range[1] ?? '');
    const lastDay = parseCalendarDate(range[2] ?? '');
    if (!firstDay || !lastDay || firstDay > lastDay) return null;
    return { stated, precision: 'range', firstDay, lastDay };
  }
  const halfYear = HALF_YEAR.exec(stated);
  if (halfYear)
    return spanOfMonths(stated, 'half_year', Number(halfYear[1]), halfYear[2] === '1' ? [1, 6] : [7, 12]);
  const month = MONTH.exec(stated);
  if (month) {
    const number = Number(month[2]);
    if (number < 1 || number > 12) return null;
    return spanOfMonths(stated, 'month', Number(month[1]), [number, number]);
  }
  const year = YEAR.exec(stated);
  return year ? spanOfMonths(stated, 'year', Number(year[1]), [1, 12]) : null;
}

/** The same, for a statement known to be well formed; throws a RangeError otherwise. */
export function publishedDate(stated: string): PublishedDate {
  const date = parsePublishedDate(stated);
  if (date === null) throw new RangeError(`not a published date: ${stated}`);
  return date;
}

function spanOfMonths(
  stated: string,
  precision: DatePrecision,
  year: number,
  [first, last]: [number, number],
): PublishedDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return { stated, precision, firstDay: calendarDateOf(year, first, 1), lastDay: lastDayOfMonth(year, last) };
}
