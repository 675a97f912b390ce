import { CalendarDate, WorkingDays, addDays } from '@app/kernel';

/**
 * The day on which a threshold falls due. Up to and including the deadline a day off moves it to the last working
 * day before, afterwards to the next one; the deadline itself never moves.
 */
export function dueOn(deadline: CalendarDate, days: number, workingDays: WorkingDays): CalendarDate {
  const day = addDays(deadline, days);
  return days <= 0 ? workingDays.onOrBefore(day) : workingDays.onOrAfter(day);
}

/** The last day whose thresholds before a deadline have fallen due: today, and days off that follow it. */
export function reachAhead(today: CalendarDate, workingDays: WorkingDays): CalendarDate {
  return addDays(workingDays.onOrAfter(addDays(today, 1)), -1);
}

/** The last day whose thresholds after a deadline have fallen due: today, or the last working day before it. */
export function reachPassed(today: CalendarDate, workingDays: WorkingDays): CalendarDate {
  return workingDays.onOrBefore(today);
}

/**
 * The latest deadline for which the business date has reached this threshold. Whoever's deadline is not later has
 * crossed it, however long ago: the same as `dueOn(deadline, days) <= today`, as one comparison.
 */
export function crossedUntil(days: number, today: CalendarDate, workingDays: WorkingDays): CalendarDate {
  const reach = days <= 0 ? reachAhead(today, workingDays) : reachPassed(today, workingDays);
  return addDays(reach, -days);
}
