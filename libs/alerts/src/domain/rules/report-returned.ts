import type { FactRule } from './rule';

/** A report that was returned with questions and not sent in again: after the news of it, two reminders. */
export const reportReturned: FactRule = {
  kind: 'fact',
  code: 'report_returned',
  version: 1,
  counted: 'working_days',
  steps: [
    { at: 5, to: ['submitter', 'representatives'], mode: 'at_once' },
    { at: 10, to: ['submitter', 'representatives'], mode: 'at_once' },
  ],
};
