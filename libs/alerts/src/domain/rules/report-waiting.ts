import type { FactRule } from './rule';

/** A report that waits for its review, counted from its submission; the clock stands while it is returned. */
export const reportWaiting: FactRule = {
  kind: 'fact',
  code: 'report_waiting',
  version: 1,
  counted: 'working_days',
  steps: [
    { at: 5, to: ['verifier'], mode: 'digest' },
    { at: 10, to: ['verifier', 'head_of_unit'], mode: 'digest' },
    { at: 15, to: ['verifier', 'head_of_unit', 'director'], mode: 'at_once' },
  ],
};
