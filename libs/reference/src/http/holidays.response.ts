import { LocalizedTextResponse, PageResponse } from '@app/platform';
import type { Holiday } from '../domain/holiday';

export class HolidayResponse implements Omit<Holiday, 'firstDay'> {
  id: string;
  key: string;

  /** A day of every year, a feast of the lunar calendar, or the days such a feast falls on in one year. */
  kind: 'fixed' | 'lunar' | 'dated';

  names: LocalizedTextResponse;

  /** `MM-DD` of a fixed holiday. */
  monthDay: string | null;

  /** First year in which a fixed holiday is a day off; null for as long as anyone knows. */
  sinceYear: number | null;

  /** How many days a lunar feast usually has. */
  usualDays: number | null;

  /** Key of the feast that dated days belong to. */
  feast: string | null;

  /** First of the days of one year. */
  firstDay: string | null;

  days: number | null;
  status: 'fixed' | 'announced_yearly' | 'announced' | 'estimated';
  note: string | null;
  revision: number;
}

export class HolidayPageResponse extends PageResponse {
  items: HolidayResponse[];
}
