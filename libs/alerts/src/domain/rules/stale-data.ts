import type { FactRule } from './rule';

/** Nothing was accepted about a promise for nine months, since reporting on it was opened. */
export const staleData: FactRule = {
  kind: 'fact',
  code: 'stale_data',
  version: 1,
  counted: 'working_days',
  steps: [{ at: 0, to: ['owner'], mode: 'digest' }],
};
