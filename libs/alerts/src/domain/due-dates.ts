import { CalendarDate, WorkingDays } from '@app/kernel';
import { dueOn } from './crossing';
import { AlertRule, SubjectType, thresholdRules } from './rules';

/** A deadline as far as the days on which its thresholds fall due depend on it. */
export interface WatchedDay {
  readonly subjectType: SubjectType;
  readonly lastDay: CalendarDate;
}

/** The days from `from` to `until` on which any threshold of these deadlines may fall due, in order. */
export function dueDates(
  deadlines: readonly WatchedDay[],
  rules: readonly AlertRule[],
  workingDays: WorkingDays,
  from: CalendarDate,
  until: CalendarDate,
): readonly CalendarDate[] {
  const thresholds = thresholdRules(rules).flatMap((rule) => rule.thresholds);
  const days = deadlines.flatMap(({ subjectType, lastDay }) =>
    thresholds
      .filter(({ when }) => when[subjectType] !== undefined)
      .map(({ days: distance }) => dueOn(lastDay, distance, workingDays)),
  );
  return [...new Set(days)].filter((day) => day >= from && day <= until).sort();
}
