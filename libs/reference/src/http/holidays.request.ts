import { CalendarDay, Choice, Part, Text, TextInLanguages, Whole } from '@app/platform';
import { DATED_STATUSES, DatedStatus } from '../domain/holiday';
import type { HolidayAnnouncement, HolidayCorrection } from '../domain/holiday-changes';

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What a correction may say depends on the kind of the holiday. */
export class HolidayCorrectionRequest implements HolidayCorrection {
  @Part(() => TextInLanguages, { optional: true })
  names?: TextInLanguages | null;

  @Text({ pattern: MONTH_DAY, example: '07-30', optional: true, description: 'When a fixed holiday is' })
  monthDay?: string | null;

  @Whole({ min: 1900, max: 2199, optional: true, description: 'First year of a fixed holiday' })
  sinceYear?: number | null;

  @Whole({ min: 1, max: 10, optional: true, description: 'Days that a lunar feast usually has' })
  usualDays?: number | null;

  @CalendarDay({ optional: true, description: 'First of the days of one year' })
  firstDay?: string | null;

  @Whole({ min: 1, max: 10, optional: true })
  days?: number | null;

  @Choice(DATED_STATUSES, { optional: true })
  status?: DatedStatus | null;

  @Text({ optional: true })
  note?: string | null;
}

/** Days off announced for one year. */
export class HolidayAnnouncementRequest implements HolidayAnnouncement {
  @Text({
    max: 100,
    optional: true,
    description: 'Key of a lunar feast; left out for an exceptional day off',
  })
  feast?: string | null;

  @Part(() => TextInLanguages, { optional: true, description: 'Those of the feast when left out' })
  names?: TextInLanguages | null;

  @CalendarDay()
  firstDay: string;

  @Whole({ min: 1, max: 10, optional: true, description: 'As many as the feast usually has when left out' })
  days?: number | null;

  @Choice(DATED_STATUSES, { optional: true, description: 'announced when left out' })
  status?: DatedStatus | null;

  @Text({ optional: true })
  note?: string | null;
}
