import type { FactRule } from './rule';

/** A draft that was submitted and that nobody has verified or returned. */
export const versionSubmitted: FactRule = {
  kind: 'fact',
  code: 'version_submitted',
  version: 1,
  counted: 'working_days',
  steps: [
    { at: 0, to: ['verifier'], mode: 'digest' },
    { at: 5, to: ['verifier'], mode: 'digest' },
    { at: 10, to: ['verifier'], mode: 'digest' },
  ],
};
