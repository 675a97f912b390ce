import { type WorkList, OF_DRAFTS, when } from './work-list';

/** Four eyes: what somebody drafted or submitted waits for others. */
export const TO_VERIFY: WorkList = {
  ...OF_DRAFTS,
  code: 'to_verify',
  permissions: ['version.verify'],
  conditions: (actor) => [
    when(`d.state = 'submitted'`),
    { sql: '? <> ALL (d.drafted_by) AND d.submitted_by <> ?', values: [actor, actor] },
  ],
};
