import { type WorkList, OF_DRAFTS, when } from './work-list';

/** Four eyes: what somebody verified waits for others. */
export const TO_APPROVE: WorkList = {
  ...OF_DRAFTS,
  code: 'to_approve',
  permissions: ['version.approve'],
  conditions: (actor) => [when(`d.state = 'verified'`), { sql: 'd.verified_by <> ?', values: [actor] }],
};
