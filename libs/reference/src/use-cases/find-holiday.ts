import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { HolidayRepository, RecordedHoliday } from '../persistence/holiday.repository';

/** One holiday. @throws RecordNotFound */
@Injectable()
export class FindHoliday {
  constructor(private readonly holidays: HolidayRepository) {}

  async execute(id: string): Promise<RecordedHoliday> {
    const holiday = await this.holidays.find(id);
    if (holiday === null) throw new RecordNotFound();
    return holiday;
  }
}
