import { type WorkList, OF_DRAFTS, when } from './work-list';

export const RETURNED: WorkList = {
  ...OF_DRAFTS,
  code: 'returned',
  permissions: ['version.draft'],
  conditions: (actor) => [
    when(`d.state = 'returned'`),
    { sql: '? = ANY (d.drafted_by) OR d.submitted_by = ?', values: [actor, actor] },
  ],
};
