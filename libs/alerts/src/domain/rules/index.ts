import { deadlineAhead } from './deadline-ahead';
import { deadlineMoved } from './deadline-moved';
import { deadlinePassed } from './deadline-passed';
import type { AlertRule, ThresholdRule } from './rule';

export * from './rule';

/** Every rule by which somebody is told something. A new rule is a file beside this one and a line here. */
export const ALERT_RULES: readonly AlertRule[] = [deadlineAhead, deadlinePassed, deadlineMoved];

/** The rules among them that speak at fixed distances from a deadline. */
export function thresholdRules(rules: readonly AlertRule[]): readonly ThresholdRule[] {
  return rules.filter((rule) => rule.kind === 'threshold');
}
