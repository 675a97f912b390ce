import type { NoticeRule } from './rule';

/** Once for each suspension of an agreement; its deadlines are silent while it lasts. */
export const agreementSuspended: NoticeRule = {
  kind: 'notice',
  code: 'agreement_suspended',
  version: 1,
  to: ['owner', 'obligor'],
};
