import { type CalendarDate, type FieldViolation, type Hindrance, addDays } from '@app/kernel';
import { type CountedFigure, type CountingRule, choosableRules, statedRule } from './counting-rule';
import type { Rhythm } from './reporting-calendar';

/** Whether an agreement reports: never agreed, open, or closed again. */
export const REPORTING_STATES = ['not_agreed', 'open', 'closed'] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

export const REPORTING_ACTIONS = ['open', 'change', 'close'] as const;
export type ReportingAction = (typeof REPORTING_ACTIONS)[number];

/** Reports are asked for where an agreement binds and runs. */
export const REPORTING_LEGAL_STATES: readonly string[] = ['signed', 'in_force'];

/** What decides about a calendar. */
export interface ReportingFacts {
  readonly state: ReportingState;
  readonly legalState: string;
  /** Whether an organisation that owes something has somebody who may attest. */
  readonly isAnswerable: boolean;
}

/** What stands in the way of opening, changing or closing; null when nothing does. */
export function hindranceToReporting(action: ReportingAction, facts: ReportingFacts): Hindrance | null {
  if (action === 'open' && facts.state === 'open') return { code: 'reporting_open' };
  if (action !== 'open' && facts.state !== 'open') return { code: 'reporting_not_open' };
  if (action === 'close') return null;
  if (!REPORTING_LEGAL_STATES.includes(facts.legalState)) return { code: 'reporting_needs_running' };
  return facts.isAnswerable ? null : { code: 'reporting_needs_representative' };
}

/** A calendar as it is asked for; null for what the register proposes. */
export interface CalendarRequest {
  readonly rhythm: Rhythm | null;
  readonly dates: readonly CalendarDate[];
  readonly fromDay: CalendarDate | null;
  readonly countingRules: readonly { readonly commitmentId: string; readonly rule: CountingRule }[];
}

/** A promise whose way of counting the calendar settles. */
export interface CountedPromise extends CountedFigure {
  readonly commitmentId: string;
  readonly measure: string;
  readonly chosenRule: CountingRule | null;
}

/** How far back the first period may lie: nobody is asked for years at once. */
export const LONGEST_LOOK_BACK_DAYS = 366;

/** What is wrong with a calendar: its dates, or how figures count where the paper is silent. */
export function calendarFaults(
  request: CalendarRequest,
  promises: readonly CountedPromise[],
  today: CalendarDate,
): FieldViolation[] {
  const { rhythm, dates, fromDay } = request;
  const wrong: FieldViolation[] = [];
  if (rhythm === 'own_dates' && dates.length === 0) wrong.push({ field: 'dates', code: 'required' });
  if (rhythm !== 'own_dates' && dates.length > 0) wrong.push({ field: 'dates', code: 'dates_without_own' });
  const earliest = addDays(today, -LONGEST_LOOK_BACK_DAYS);
  if (fromDay !== null && fromDay < earliest) {
    wrong.push({ field: 'fromDay', code: 'reporting_from_too_early', values: { earliest } });
  }
  return [...wrong, ...ruleFaults(request, promises)];
}

function ruleFaults(
  { countingRules }: CalendarRequest,
  promises: readonly CountedPromise[],
): FieldViolation[] {
  const wrong = countingRules.flatMap(({ commitmentId, rule }, index) => {
    const field = `countingRules[${index}]`;
    const promise = promises.find((one) => one.commitmentId === commitmentId);
    if (!promise) return [{ field: `${field}.commitmentId`, code: 'unknown_reference' }];
    if (!isSilent(promise)) return [{ field, code: 'counting_rule_settled' }];
    if (countingRules.findIndex((one) => one.commitmentId === commitmentId) < index) {
      return [{ field, code: 'repeated' }];
    }
    const choices = choosableRules(promise);
    return choices.includes(rule)
      ? []
      : [{ field: `${field}.rule`, code: 'not_a_choice', values: { choices: choices.join(', ') } }];
  });
  const chosen = new Set(countingRules.map(({ commitmentId }) => commitmentId));
  const open = promises.filter((promise) => isSilent(promise) && !chosen.has(promise.commitmentId));
  const values = { count: open.length };
  return open.length === 0
    ? wrong
    : [...wrong, { field: 'countingRules', code: 'counting_rule_required', values }];
}

/** Whether somebody still has to choose how a figure counts. */
export function isSilent(promise: CountedPromise): boolean {
  return (
    promise.measure === 'quantity' &&
    promise.unit !== null &&
    promise.chosenRule === null &&
    statedRule(promise) === null
  );
}

/** How a figure counts: as the paper says, else as it was chosen; null where nobody said. */
export function ruleOf(promise: CountedPromise): CountingRule | null {
  return promise.measure === 'quantity' ? (statedRule(promise) ?? promise.chosenRule) : null;
}
