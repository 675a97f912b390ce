import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';

/** The legal date, against which a request is overdue or not. */
@Injectable()
export class Today {
  constructor(private readonly calendar: BusinessCalendar) {}

  execute(): CalendarDate {
    return this.calendar.today();
  }
}
