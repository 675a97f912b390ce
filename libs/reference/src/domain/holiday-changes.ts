import {
  FieldViolation,
  FieldsRefused,
  LocalizedText,
  correctedText,
  localizedText,
  parseCalendarDate,
} from '@app/kernel';
import type { DatedStatus, Holiday, HolidayKind } from './holiday';

/** What a correction may say; a field left out stays as it is. */
export interface HolidayCorrection {
  readonly names?: Partial<LocalizedText> | null;
  readonly monthDay?: string | null;
  readonly sinceYear?: number | null;
  readonly usualDays?: number | null;
  readonly firstDay?: string | null;
  readonly days?: number | null;
  readonly status?: DatedStatus | null;
  readonly note?: string | null;
}

/** Days off of one year as they are announced: of a feast, or on their own. */
export interface HolidayAnnouncement {
  readonly feast?: string | null;
  readonly names?: Partial<LocalizedText> | null;
  readonly firstDay: string;
  readonly days?: number | null;
  readonly status?: DatedStatus | null;
  readonly note?: string | null;
}

type DateField = 'monthDay' | 'sinceYear' | 'usualDays' | 'firstDay' | 'days' | 'status';

/** Which fields say when a holiday of each kind is. */
const DATE_FIELDS: Readonly<Record<HolidayKind, readonly DateField[]>> = {
  fixed: ['monthDay', 'sinceYear'],
  lunar: ['usualDays'],
  dated: ['firstDay', 'days', 'status'],
};
const ALL_DATE_FIELDS = Object.values(DATE_FIELDS).flat();

/** A leap year, in which every day of any year exists. */
const LEAP_YEAR = 2028;

/** The holiday as it reads after the correction. @throws FieldsRefused for fields of another kind and for no dates. */
export function correctedHoliday(holiday: Holiday, correction: HolidayCorrection): Holiday {
  const foreign = ALL_DATE_FIELDS.filter((field) => !DATE_FIELDS[holiday.kind].includes(field));
  const refused: FieldViolation[] = foreign
    .filter((field) => correction[field] !== undefined && correction[field] !== null)
    .map((field) => ({ field, code: 'not_for_this_kind' }));
  const firstDay = correction.firstDay ? parseCalendarDate(correction.firstDay) : holiday.firstDay;
  if (correction.firstDay && firstDay === null) refused.push({ field: 'firstDay', code: 'not_a_day' });
  if (correction.monthDay && parseCalendarDate(`${LEAP_YEAR}-${correction.monthDay}`) === null) {
    refused.push({ field: 'monthDay', code: 'not_a_day' });
  }
  if (refused.length > 0) throw new FieldsRefused(refused);
  const { sinceYear = holiday.sinceYear, note = holiday.note } = correction;
  return {
    key: holiday.key,
    kind: holiday.kind,
    names: correctedText(holiday.names, correction.names),
    monthDay: correction.monthDay ?? holiday.monthDay,
    sinceYear,
    usualDays: correction.usualDays ?? holiday.usualDays,
    feast: holiday.feast,
    firstDay,
    days: correction.days ?? holiday.days,
    status: correction.status ?? holiday.status,
    note,
  };
}

/**
 * The days off that an announcement makes, except for the key, which the table has to be asked for. What it does
 * not say of a feast's days is what is usual for the feast.
 * @throws FieldsRefused for no day of the calendar, for a feast that has no days of its own, and for days off on
 * their own without their number.
 */
export function announcedHoliday(
  announcement: HolidayAnnouncement,
  feast: Holiday | null,
): Omit<Holiday, 'key' | 'firstDay'> & { readonly firstDay: NonNullable<Holiday['firstDay']> } {
  const firstDay = parseCalendarDate(announcement.firstDay);
  const days = announcement.days ?? feast?.usualDays ?? null;
  const refused: FieldViolation[] = [];
  if (announcement.feast && feast?.kind !== 'lunar') refused.push({ field: 'feast', code: 'feast_unknown' });
  if (firstDay === null) refused.push({ field: 'firstDay', code: 'not_a_day' });
  if (days === null && !announcement.feast) refused.push({ field: 'days', code: 'required' });
  if (firstDay === null || days === null || refused.length > 0) throw new FieldsRefused(refused);
  const { names } = announcement;
  return {
    kind: 'dated',
    names: feast ? correctedText(feast.names, names) : localizedText(names ?? {}),
    monthDay: null,
    sinceYear: null,
    usualDays: null,
    feast: feast?.key ?? null,
    firstDay,
    days,
    status: announcement.status ?? 'announced',
    note: announcement.note ?? null,
  };
}
