import type { NoticeRule } from './rule';

/** Once for each resumption of an agreement: a summary of every deadline that it shifted. */
export const agreementResumed: NoticeRule = {
  kind: 'notice',
  code: 'agreement_resumed',
  version: 1,
  to: ['owner', 'obligor'],
};
