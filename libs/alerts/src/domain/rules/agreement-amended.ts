import type { NoticeRule } from './rule';

/** Once for each amendment that moves no deadline; one that does is told with the dates that it moves. */
export const agreementAmended: NoticeRule = {
  kind: 'notice',
  code: 'agreement_amended',
  version: 1,
  to: ['owner', 'obligor'],
};
