import type { ThresholdRule } from './rule';

const BOTH = { commitment: 'always', milestone: 'always' } as const;

/** Before a deadline: a year and half a year ahead of a long term, then at ninety, thirty, seven days and on the day. */
export const deadlineAhead: ThresholdRule = {
  kind: 'threshold',
  code: 'deadline_ahead',
  version: 1,
  thresholds: [
    { days: -365, when: { commitment: 'long_term' }, to: ['owner', 'obligor'] },
    { days: -180, when: { commitment: 'long_term' }, to: ['owner', 'obligor'] },
    { days: -90, when: { commitment: 'always', milestone: 'recorded_late' }, to: ['owner', 'obligor'] },
    { days: -30, when: BOTH, to: ['owner', 'obligor', 'verifier'] },
    { days: -7, when: BOTH, to: ['owner', 'obligor'] },
    { days: 0, when: BOTH, to: ['owner', 'obligor'] },
  ],
};
