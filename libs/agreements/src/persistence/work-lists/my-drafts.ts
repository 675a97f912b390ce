import { type WorkList, OF_DRAFTS, when } from './work-list';

export const MY_DRAFTS: WorkList = {
  ...OF_DRAFTS,
  code: 'my_drafts',
  permissions: ['version.draft'],
  conditions: (actor) => [when(`d.state = 'draft'`), { sql: '? = ANY (d.drafted_by)', values: [actor] }],
};
