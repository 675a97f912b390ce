import { agreementResumed } from './agreement-resumed';
import { agreementSuspended } from './agreement-suspended';
import { deadlineAhead } from './deadline-ahead';
import { deadlineMoved } from './deadline-moved';
import { deadlinePassed } from './deadline-passed';
import { impossibleData } from './impossible-data';
import type { AlertRule, NoticeRule, RuleCode, ThresholdRule } from './rule';

export * from './rule';

/** Every rule by which somebody is told something. A new rule is a file beside this one and a line here. */
export const ALERT_RULES: readonly AlertRule[] = [
  deadlineAhead,
  deadlinePassed,
  deadlineMoved,
  agreementSuspended,
  agreementResumed,
  impossibleData,
];

/** Whether a rule speaks of an agreement as a whole, and not of a deadline. */
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
