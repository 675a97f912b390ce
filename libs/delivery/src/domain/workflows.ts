import { CHANGE_REQUEST_WORKFLOW, REQUEST_STATES } from './change-request';
import { REPORT_WORKFLOW } from './report-workflow';
import { SETTLEMENT_WORKFLOW } from './settlement';

/** Every table of states of this feature, with the states that nothing leaves and the words for it. */
export const DELIVERY_WORKFLOWS = [
  { workflow: SETTLEMENT_WORKFLOW, final: [], words: SETTLEMENT_WORKFLOW.name },
  {
    workflow: CHANGE_REQUEST_WORKFLOW,
    final: REQUEST_STATES.filter((state) => state !== 'open'),
    words: CHANGE_REQUEST_WORKFLOW.name,
  },
  { workflow: REPORT_WORKFLOW, final: ['superseded', 'withdrawn'], words: REPORT_WORKFLOW.name },
];
