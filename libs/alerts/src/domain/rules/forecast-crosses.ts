import type { FactRule } from './rule';

/** Two evaluations, on two days, found that a promise is likelier to be reached after its last day than by it. */
export const forecastCrosses: FactRule = {
  kind: 'fact',
  code: 'forecast_crosses',
  version: 1,
  counted: 'working_days',
  steps: [{ at: 0, to: ['owner', 'obligor'], mode: 'digest' }],
};
