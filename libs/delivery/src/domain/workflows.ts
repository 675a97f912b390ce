import { SETTLEMENT_WORKFLOW } from './settlement';

/** Every table of states of this feature, with the states that nothing leaves and the words for it. */
export const DELIVERY_WORKFLOWS = [
  { workflow: SETTLEMENT_WORKFLOW, final: [], words: SETTLEMENT_WORKFLOW.name },
];
