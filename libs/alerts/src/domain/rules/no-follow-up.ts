import type { FactRule } from './rule';

/** A memorandum of understanding that no instrument follows, since its signature. */
export const noFollowUp: FactRule = {
  kind: 'fact',
  code: 'no_follow_up',
  version: 1,
  counted: 'months',
  steps: [
    { at: 6, to: ['owner'], mode: 'digest' },
    { at: 12, to: ['owner', 'head_of_unit'], mode: 'digest' },
    { at: 18, to: ['owner', 'head_of_unit'], mode: 'digest' },
  ],
};
