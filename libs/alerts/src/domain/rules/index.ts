import { agreementAmended } from './agreement-amended';
import { agreementResumed } from './agreement-resumed';
import { agreementSuspended } from './agreement-suspended';
import { deadlineAhead } from './deadline-ahead';
import { deadlineMoved } from './deadline-moved';
import { deadlinePassed } from './deadline-passed';
import { forecastCrosses } from './forecast-crosses';
import { impossibleData } from './impossible-data';
import { noFollowUp } from './no-follow-up';
import { reportDecided } from './report-decided';
import { reportDue } from './report-due';
import { reportReturned } from './report-returned';
import { reportWaiting } from './report-waiting';
import type { AlertRule, FactRule, NoticeRule, RuleCode, ThresholdRule } from './rule';
import { staleData } from './stale-data';
import { suspensionEnds } from './suspension-ends';
import { versionReturned } from './version-returned';
import { versionSubmitted } from './version-submitted';
import { versionVerified } from './version-verified';

export * from './rule';

/** Every rule by which somebody is told something. A new rule is a file beside this one and a line here. */
export const ALERT_RULES: readonly AlertRule[] = [
  deadlineAhead,
  deadlinePassed,
  deadlineMoved,
  agreementSuspended,
  agreementResumed,
  agreementAmended,
  reportDue,
  reportWaiting,
  reportDecided,
  reportReturned,
  staleData,
  forecastCrosses,
  versionSubmitted,
  versionVerified,
  versionReturned,
  noFollowUp,
  suspensionEnds,
  impossibleData,
];

/** The rules that speak of a deadline: they share one ledger, in which the most urgent stands for the others. */
export const DEADLINE_RULES: readonly RuleCode[] = ALERT_RULES.filter(
  ({ kind }) => kind === 'threshold' || kind === 'event',
).map(({ code }) => code);

/** Whether a rule speaks of an event, once, and not of a deadline or of a fact that lasts. */
export function isNotice(code: RuleCode): code is NoticeRule['code'] {
  return noticeRules(ALERT_RULES).some((rule) => rule.code === code);
}

/** The rules among them that speak of an agreement as a whole. */
export function noticeRules(rules: readonly AlertRule[]): readonly NoticeRule[] {
  return rules.filter((rule) => rule.kind === 'notice');
}

/** The rules among them that speak at fixed distances from a deadline. */
export function thresholdRules(rules: readonly AlertRule[]): readonly ThresholdRule[] {
  return rules.filter((rule) => rule.kind === 'threshold');
}

/** The rules among them that speak for as long as a fact holds. */
export function factRules(rules: readonly AlertRule[]): readonly FactRule[] {
  return rules.filter((rule) => rule.kind === 'fact');
}

/** Whether a rule speaks for as long as a fact holds. */
export function isFact(code: RuleCode): code is FactRule['code'] {
  return factRules(ALERT_RULES).some((rule) => rule.code === code);
}
