import { type CalendarDate, type WorkingDays, addDays, addMonths } from '@app/kernel';
import { crossedUntil, dueOn, reachPassed } from './crossing';
import { type AlertRule, type FactRule, type FactStep, factRules } from './rules';

/** A step of a rule on a day: the latest day a fact may count from so that it has reached the step. */
export interface ReachedStep extends FactStep {
  readonly rule: FactRule['code'];
  readonly version: number;
  /** For facts of whose clock so many working days had run before the day that they count from. */
  readonly spent: number;
  readonly crossedUntil: CalendarDate;
  /** The same as of the day before: what had reached it by then is told late. */
  readonly crossedBefore: CalendarDate;
}

/**
 * Every step of every rule about a fact, with the latest day that has reached it. A clock that stood and runs again has
 * a line of its own for each number of days that it had run, so that one comparison answers for any number of facts.
 */
export function factStepsOn(
  rules: readonly AlertRule[],
  today: CalendarDate,
  workingDays: WorkingDays,
): readonly ReachedStep[] {
  const yesterday = addDays(today, -1);
  return factRules(rules).flatMap((rule) =>
    rule.steps.flatMap((step) =>
      spendable(rule, step).map((spent) => ({
        ...step,
        rule: rule.code,
        version: rule.version,
        spent,
        crossedUntil: countedFromUntil(rule, step.at - spent, today, workingDays),
        crossedBefore: countedFromUntil(rule, step.at - spent, yesterday, workingDays),
      })),
    ),
  );
}

/** The day on which a fact that counts from a day reaches a step. */
export function stepDueOn(
  { counted }: Pick<FactRule, 'counted'>,
  { at }: Pick<FactStep, 'at'>,
  { countedFrom, spent }: { readonly countedFrom: CalendarDate; readonly spent: number },
  workingDays: WorkingDays,
): CalendarDate {
  if (counted === 'days') return dueOn(countedFrom, at, workingDays);
  if (counted === 'months') return workingDays.onOrAfter(addMonths(countedFrom, at));
  const left = Math.max(0, at - spent);
  return left === 0 ? workingDays.onOrAfter(countedFrom) : workingDays.after(countedFrom, left);
}

function spendable({ counted }: FactRule, { at }: FactStep): readonly number[] {
  return counted !== 'working_days' ? [0] : Array.from({ length: at + 1 }, (_, spent) => spent);
}

function countedFromUntil(
  { counted }: FactRule,
  left: number,
  today: CalendarDate,
  workingDays: WorkingDays,
): CalendarDate {
  if (counted === 'days') return crossedUntil(left, today, workingDays);
  let day = reachPassed(today, workingDays);
  if (counted === 'months') return latestSoManyMonthsBefore(day, left);
  for (let passed = 1; passed < left; passed += 1) day = workingDays.onOrBefore(addDays(day, -1));
  return left === 0 ? day : addDays(day, -1);
}

/** The latest day that lies so many months before another: of several that end a month on its last day, the last. */
function latestSoManyMonthsBefore(day: CalendarDate, months: number): CalendarDate {
  let before = addMonths(day, -months);
  for (let next = addDays(before, 1); addMonths(next, months) <= day; next = addDays(next, 1)) before = next;
  return before;
}
