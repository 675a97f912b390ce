import type { CalendarDate } from './calendar-date';

/** Where business time comes from; the only implementation that asks the machine lives in platform. */
export abstract class Clock {
  /** The current instant of business time. */
  abstract now(): Date;

  /** The instant that devices outside show: business time without the offset of a training. */
  outside(): Date {
    return this.now();
  }
}

/** Which day it is by the law of the country; reference knows. */
export abstract class LegalDay {
  /** The legal date now. */
  abstract today(): CalendarDate;

  /** The instant at which a legal day begins. */
  abstract startOf(day: CalendarDate): Date;
}
