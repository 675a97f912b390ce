import { CalendarDate, WorkingDays, addDays } from '@app/kernel';
import { crossedUntil } from './crossing';
import { AlertRule, SUBJECT_TYPES, Threshold, ThresholdRule, thresholdRules } from './rules';

/** Every threshold of every rule for each type of subject, with the latest deadlines that have crossed it. */
export function thresholdsOn(rules: readonly AlertRule[], today: CalendarDate, workingDays: WorkingDays) {
  const yesterday = addDays(today, -1);
  const spread = (rule: ThresholdRule, { days, when, to }: Threshold) =>
    SUBJECT_TYPES.flatMap((subjectType) => {
      const condition = when[subjectType];
      if (condition === undefined) return [];
      return [
        {
          rule: rule.code,
          version: rule.version,
          days,
          subjectType,
          condition,
          crossedUntil: crossedUntil(days, today, workingDays),
          crossedBefore: crossedUntil(days, yesterday, workingDays),
          to,
        },
      ];
    });
  return thresholdRules(rules).flatMap((rule) =>
    rule.thresholds.flatMap((threshold) => spread(rule, threshold)),
  );
}
