import type { NoticeRule } from './rule';

/** Once for each decision about a report: accepted, with reservation or not, returned, rejected. */
export const reportDecided: NoticeRule = {
  kind: 'notice',
  code: 'report_decided',
  version: 1,
  to: ['submitter', 'representatives'],
};
