import { CalendarDate, WorkingDays } from '@app/kernel';
import { dueOn } from './crossing';
import { AlertRule, RuleCode, SubjectType, Term, conditionHolds, thresholdRules } from './rules';

/** A threshold that is still to come, and the day on which it falls due. */
export interface UpcomingThreshold {
  readonly rule: RuleCode;
  readonly days: number;
  readonly dueOn: CalendarDate;
}

/** Every threshold of a live deadline that falls due after today, in the order of the rules. */
export function upcomingThresholds(
  { subjectType, ...term }: Term & { readonly subjectType: SubjectType },
  rules: readonly AlertRule[],
  workingDays: WorkingDays,
  today: CalendarDate,
): UpcomingThreshold[] {
  return thresholdRules(rules).flatMap((rule) =>
    rule.thresholds.flatMap(({ days, when }) => {
      const condition = when[subjectType];
      if (condition === undefined || !conditionHolds(condition, days, term)) return [];
      const due = dueOn(term.deadline, days, workingDays);
      return due > today ? [{ rule: rule.code, days, dueOn: due }] : [];
    }),
  );
}
