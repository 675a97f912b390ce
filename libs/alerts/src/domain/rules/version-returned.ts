import type { FactRule } from './rule';

/** A draft that was returned to whoever wrote it and has not been submitted again. */
export const versionReturned: FactRule = {
  kind: 'fact',
  code: 'version_returned',
  version: 1,
  counted: 'working_days',
  steps: [
    { at: 0, to: ['drafter'], mode: 'digest' },
    { at: 5, to: ['drafter'], mode: 'digest' },
    { at: 10, to: ['drafter'], mode: 'digest' },
  ],
};
