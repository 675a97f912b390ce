import { CalendarDate, LocalizedText, addDays, parseCalendarDate } from '@app/kernel';

/** A day of every year, a feast of the lunar calendar, or the days such a feast falls on in one year. */
export const HOLIDAY_KINDS = ['fixed', 'lunar', 'dated'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** Whether the days follow from the year, are announced each year, were announced, or are an estimate. */
export const HOLIDAY_STATUSES = ['fixed', 'announced_yearly', 'announced', 'estimated'] as const;
export type HolidayStatus = (typeof HOLIDAY_STATUSES)[number];

/** Statuses of days that belong to one year. */
export const DATED_STATUSES = ['announced', 'estimated'] as const;
export type DatedStatus = (typeof DATED_STATUSES)[number];

/** One entry of the holiday table; what its kind does not have is null. */
export interface Holiday {
  readonly key: string;
  readonly kind: HolidayKind;
  readonly names: LocalizedText;
  /** `MM-DD` of a fixed holiday. */
  readonly monthDay: string | null;
  /** First year in which a fixed holiday is a day off. */
  readonly sinceYear: number | null;
  /** How many days a lunar feast usually has. */
  readonly usualDays: number | null;
  /** Key of the lunar feast that dated days belong to. */
  readonly feast: string | null;
  readonly firstDay: CalendarDate | null;
  readonly days: number | null;
  readonly status: HolidayStatus;
  readonly note: string | null;
}

/** The years for which fixed holidays are laid out; agreements and their deadlines stay well inside. */
export const FIRST_CALENDAR_YEAR = 1990;
export const LAST_CALENDAR_YEAR = 2120;

/** The part of a holiday that says when it is. */
export type HolidayDates = Pick<Holiday, 'kind' | 'monthDay' | 'sinceYear' | 'firstDay' | 'days'>;

/** All days off that these holidays make; a lunar feast makes none before its days are written down. */
export function daysOff(holidays: Iterable<HolidayDates>): CalendarDate[] {
  return [...holidays].flatMap((holiday) => [...yearlyDays(holiday), ...datedDays(holiday)]);
}

function yearlyDays({ kind, monthDay, sinceYear }: HolidayDates): CalendarDate[] {
  if (kind !== 'fixed' || monthDay === null) return [];
  const first = Math.max(FIRST_CALENDAR_YEAR, sinceYear ?? FIRST_CALENDAR_YEAR);
  const years = Array.from(
    { length: Math.max(0, LAST_CALENDAR_YEAR - first + 1) },
    (_, index) => first + index,
  );
  return years.map((year) => parseCalendarDate(`${year}-${monthDay}`)).filter((day) => day !== null);
}

function datedDays({ kind, firstDay, days }: HolidayDates): CalendarDate[] {
  if (kind !== 'dated' || firstDay === null) return [];
  return Array.from({ length: days ?? 0 }, (_, index) => addDays(firstDay, index));
}
