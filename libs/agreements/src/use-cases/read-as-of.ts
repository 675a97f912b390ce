import { Injectable } from '@nestjs/common';
import { CalendarDate, FieldsRefused } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';

/** Reads the register as it stands, or as it was at the end of a day. */
@Injectable()
export class ReadAsOf {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: BusinessCalendar,
  ) {}

  /**
   * @param asOf the day; null for the present. @param read is told the day on which what it reads stood so.
   * @throws FieldsRefused for a day that is still to come
   */
  async execute<T>(asOf: CalendarDate | null, read: (day: CalendarDate) => Promise<T>): Promise<T> {
    const today = this.calendar.today();
    if (asOf === null) return read(today);
    if (asOf > today) throw new FieldsRefused([{ field: 'asOf', code: 'day_in_future' }]);
    return this.transactions.asOf(asOf, () => read(asOf));
  }
}
