import type { ThresholdRule } from './rule';

const BOTH = { commitment: 'always', milestone: 'always' } as const;
const COMMITMENTS = { commitment: 'always' } as const;

/** After a deadline: it escalates for a month, then repeats every ninety days for a year, then leaves it to the work list. */
export const deadlinePassed: ThresholdRule = {
  kind: 'threshold',
  code: 'deadline_passed',
  version: 1,
  thresholds: [
    { days: 1, when: COMMITMENTS, to: ['owner', 'obligor'] },
    { days: 7, when: BOTH, to: ['owner', 'obligor', 'head_of_unit'] },
    { days: 30, when: BOTH, to: ['owner', 'obligor', 'director'] },
    ...[60, 90, 180, 270, 360, 450].map((days) => ({
      days,
      when: COMMITMENTS,
      to: ['owner', 'obligor'] as const,
    })),
  ],
};
