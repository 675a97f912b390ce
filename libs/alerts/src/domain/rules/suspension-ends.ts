import type { FactRule, FactStep } from './rule';

const TO = ['director', 'legal'] as const;

/** After the expected end it comes back each week for two years, then leaves it to the work list. */
const WEEKLY: readonly FactStep[] = Array.from({ length: 104 }, (_, week) => ({
  at: 7 * (week + 1),
  to: TO,
  mode: 'at_once',
}));

/** A suspension whose expected end comes near, or has passed while it lasts. */
export const suspensionEnds: FactRule = {
  kind: 'fact',
  code: 'suspension_ends',
  version: 1,
  counted: 'days',
  steps: [
    { at: -30, to: TO, mode: 'digest' },
    { at: -7, to: TO, mode: 'digest' },
    { at: 0, to: TO, mode: 'at_once' },
    ...WEEKLY,
  ],
};
