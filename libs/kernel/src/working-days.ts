import { CalendarDate, addDays, isoWeekday } from './calendar-date';

/** Which days a country works: its weekend and its days off. A year without one working day is refused. */
export class WorkingDays {
  private readonly weekend: ReadonlySet<number>;
  private readonly daysOff: ReadonlySet<string>;

  /** @param weekend ISO weekdays (Monday 1 … Sunday 7). @param daysOff public holidays. */
  constructor(weekend: readonly number[], daysOff: Iterable<CalendarDate>) {
    this.weekend = new Set(weekend);
    if (this.weekend.size > 6) throw new RangeError('a week needs a working day');
    this.daysOff = new Set(daysOff);
  }

  /** Whether offices are open on this day. */
  isWorkingDay(date: CalendarDate): boolean {
    return !this.weekend.has(isoWeekday(date)) && !this.daysOff.has(date);
  }

  /** The day itself when it is worked, else the last working day before it. */
  onOrBefore(date: CalendarDate): CalendarDate {
    return this.walk(date, -1);
  }

  /** The day itself when it is worked, else the next working day. */
  onOrAfter(date: CalendarDate): CalendarDate {
    return this.walk(date, 1);
  }

  /** How many working days lie after one day, up to another and including it; 0 when that is earlier. */
  between(after: CalendarDate, until: CalendarDate): number {
    let count = 0;
    for (let date = addDays(after, 1); date <= until; date = addDays(date, 1)) {
      if (this.isWorkingDay(date)) count += 1;
    }
    return count;
  }

  /** The working day that is so many working days after a day. */
  after(date: CalendarDate, count: number): CalendarDate {
    let day = date;
    for (let passed = 0; passed < count; passed += 1) day = this.onOrAfter(addDays(day, 1));
    return day;
  }

  private walk(from: CalendarDate, step: 1 | -1): CalendarDate {
    let date = from;
    for (let tried = 0; tried < 366; tried += 1) {
      if (this.isWorkingDay(date)) return date;
      date = addDays(date, step);
    }
    throw new RangeError(`no working day within a year of ${from}`);
  }
}
