import type { FactRule } from './rule';

/** A draft that was verified and waits for its approval. */
export const versionVerified: FactRule = {
  kind: 'fact',
  code: 'version_verified',
  version: 1,
  counted: 'working_days',
  steps: [
    { at: 0, to: ['director'], mode: 'digest' },
    { at: 5, to: ['director'], mode: 'digest' },
    { at: 10, to: ['director'], mode: 'digest' },
  ],
};
