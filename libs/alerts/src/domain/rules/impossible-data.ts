import type { NoticeRule } from './rule';

/** Once for each finding of the nightly search; one mail for all findings of a night. */
export const impossibleData: NoticeRule = {
  kind: 'notice',
  code: 'impossible_data',
  version: 1,
  to: ['admin'],
};
