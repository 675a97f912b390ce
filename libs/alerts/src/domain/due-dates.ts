import { CalendarDate, WorkingDays } from '@app/kernel';
import { dueOn } from './crossing';
import { stepDueOn } from './fact-steps';
import { AlertRule, FactRule, SubjectType, factRules, thresholdRules } from './rules';

/** A deadline as far as the days on which its thresholds fall due depend on it. */
export interface WatchedDay {
  readonly subjectType: SubjectType;
  readonly lastDay: CalendarDate;
}

/** A fact as far as the days on which its steps fall due depend on it. */
export interface WatchedFact {
  readonly rule: FactRule['code'];
  readonly countedFrom: CalendarDate;
  readonly spent: number;
}

/** The days from `from` to `until` on which any threshold of these deadlines, or step of these facts, may fall due, in order. */
export function dueDates(
  { deadlines, facts }: { readonly deadlines: readonly WatchedDay[]; readonly facts: readonly WatchedFact[] },
  rules: readonly AlertRule[],
  workingDays: WorkingDays,
  from: CalendarDate,
  until: CalendarDate,
): readonly CalendarDate[] {
  const thresholds = thresholdRules(rules).flatMap((rule) => rule.thresholds);
  const ofFacts = factRules(rules).flatMap((rule) =>
    facts
      .filter((fact) => fact.rule === rule.code)
      .flatMap((fact) => rule.steps.map((step) => stepDueOn(rule, step, fact, workingDays))),
  );
  const ofDeadlines = deadlines.flatMap(({ subjectType, lastDay }) =>
    thresholds
      .filter(({ when }) => when[subjectType] !== undefined)
      .map(({ days: distance }) => dueOn(lastDay, distance, workingDays)),
  );
  return [...new Set([...ofDeadlines, ...ofFacts])].filter((day) => day >= from && day <= until).sort();
}
