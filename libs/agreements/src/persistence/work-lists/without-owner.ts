import { HAS_NO_OWNER, STILL_RUNS } from './gaps';
import { type WorkList, when } from './work-list';

/** Given to another position, or the position filled. */
export const WITHOUT_OWNER: WorkList = {
  code: 'without_owner',
  permissions: ['agreement.annotate', 'position.change'],
  from: 'agreement a',
  conditions: () => [when(STILL_RUNS), when(HAS_NO_OWNER)],
  since: { sql: 'a.recorded_at', type: 'timestamptz' },
  id: 'a.id',
  about: `ARRAY['no_owner']`,
};
