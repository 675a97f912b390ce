import moment from 'moment-timezone';
import { CalendarDate, WorkingDays, addDays, calendarDate } from '@app/kernel';

/** When mail may go out, in legal time. */
export const SENDING_WINDOW = { opens: '08:30', closes: '16:30' } as const;

/**
 * Legal local time of the country, from the pinned time-zone package and never from the runtime's own data:
 * those of Node 20 and of the embedded server are wrong for Morocco since 20 September 2026.
 */
export class LegalTime {
  /** @throws RangeError when the pinned data do not know the zone. */
  constructor(readonly timeZone: string) {
    if (moment.tz.zone(timeZone) === null) throw new RangeError(`unknown time zone: ${timeZone}`);
  }

  /** The calendar date that clocks on the wall show at this instant. */
  dateOf(instant: Date): CalendarDate {
    return calendarDate(moment.tz(instant, this.timeZone).format('YYYY-MM-DD'));
  }

  /** The wall clock at this instant, as `HH:MM`. */
  wallClock(instant: Date): string {
    return moment.tz(instant, this.timeZone).format('HH:mm');
  }

  /** The instant at which the wall clock shows this time (`HH:MM`) on this date. */
  instantAt(date: CalendarDate, time: string): Date {
    return moment.tz(`${date} ${time}`, 'YYYY-MM-DD HH:mm', this.timeZone).toDate();
  }

  /** This instant when mail may go out now, else the opening of the next sending window. */
  nextSendingInstant(from: Date, workingDays: WorkingDays): Date {
    const today = this.dateOf(from);
    const open = workingDays.isWorkingDay(today) && from < this.instantAt(today, SENDING_WINDOW.closes);
    const day = open ? today : workingDays.onOrAfter(addDays(today, 1));
    const opening = this.instantAt(day, SENDING_WINDOW.opens);
    return opening > from ? opening : from;
  }

  /** The opening of a sending window at this instant, else the first one after it. */
  nextOpening(from: Date, workingDays: WorkingDays): Date {
    const today = this.dateOf(from);
    const opening = this.instantAt(workingDays.onOrAfter(today), SENDING_WINDOW.opens);
    return opening >= from
      ? opening
      : this.instantAt(workingDays.onOrAfter(addDays(today, 1)), SENDING_WINDOW.opens);
  }
}
