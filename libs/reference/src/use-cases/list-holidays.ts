import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import { HolidayRepository, RecordedHoliday } from '../persistence/holiday.repository';

/** The holidays: feasts, then the fixed days through the year, then the days of each year. */
@Injectable()
export class ListHolidays {
  constructor(private readonly holidays: HolidayRepository) {}

  async execute(page: PageRequest): Promise<Page<RecordedHoliday>> {
    return this.holidays.list(page);
  }
}
