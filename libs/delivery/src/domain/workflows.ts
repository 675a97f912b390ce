import type { DrawnWorkflow } from '@app/agreements';
import { SETTLEMENT_WORKFLOW } from './settlement';

/** Every table of states of this feature. */
export const DELIVERY_WORKFLOWS: readonly DrawnWorkflow[] = [
  { workflow: SETTLEMENT_WORKFLOW, final: [], words: SETTLEMENT_WORKFLOW.name },
];
