import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import type { HolidayDates } from '../domain/holiday';

/** When the holidays of the table are. */
@Injectable()
export class HolidayDatesRepository {
  constructor(private readonly transactions: Transactions) {}

  async read(): Promise<HolidayDates[]> {
    return this.transactions.reader.query<HolidayDates[]>(`
      SELECT kind, month_day AS "monthDay", since_year AS "sinceYear", first_day AS "firstDay", days
      FROM holiday WHERE kind <> 'lunar'`);
  }
}
