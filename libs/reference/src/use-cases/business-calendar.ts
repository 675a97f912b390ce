import { Injectable } from '@nestjs/common';
import { CalendarDate, Clock, LegalDay, WorkingDays } from '@app/kernel';
import { LegalTime, monotonicMilliseconds } from '@app/platform';
import { CountryProfile } from '../domain/country-profile';
import { daysOff } from '../domain/holiday';
import { HolidayRepository } from '../persistence/holiday.repository';

/** How long another process may still work with the holidays of before a correction. */
const KEPT_FOR_MS = 5_000;

/** The only source of "today", of working days and of the hours in which mail may go out. */
@Injectable()
export class BusinessCalendar implements LegalDay {
  readonly legalTime: LegalTime;
  private kept: { readonly workingDays: WorkingDays; readonly readAt: number } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly profile: CountryProfile,
    private readonly holidays: HolidayRepository,
  ) {
    this.legalTime = new LegalTime(profile.timeZone);
  }

  /** The legal date of the country now. */
  today(): CalendarDate {
    return this.legalTime.dateOf(this.clock.now());
  }

  startOf(day: CalendarDate): Date {
    return this.legalTime.instantAt(day, '00:00');
  }

  /** The weekend of the profile and the holidays of the table, at most five seconds old. */
  async workingDays(): Promise<WorkingDays> {
    if (this.kept && monotonicMilliseconds() - this.kept.readAt < KEPT_FOR_MS) return this.kept.workingDays;
    const workingDays = new WorkingDays(this.profile.weekend, daysOff(await this.holidays.readDates()));
    this.kept = { workingDays, readAt: monotonicMilliseconds() };
    return workingDays;
  }

  /** This instant when mail may go out now, else the opening of the next sending window. */
  async nextSendingInstant(from: Date): Promise<Date> {
    return this.legalTime.nextSendingInstant(from, await this.workingDays());
  }

  /** This instant when it is the opening of a sending window, else the next such opening. */
  async nextOpening(from: Date): Promise<Date> {
    return this.legalTime.nextOpening(from, await this.workingDays());
  }

  /** Makes the next question read the holidays again; asked for once a correction of them is committed. */
  forgetHolidays(): void {
    this.kept = null;
  }
}
