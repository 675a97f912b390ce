import { Choice, PageQuery, RecordReference } from '@app/platform';
import { FINDING_QUERIES, FINDING_STATES } from '../use-cases/list-findings';

/** Which findings are looked at. */
export class FindingsQuery extends PageQuery {
  @Choice(FINDING_STATES, { optional: true, description: 'All of them when left out' })
  state?: 'open' | 'resolved' | null;

  @Choice(FINDING_QUERIES, { optional: true })
  query?: string | null;

  @RecordReference({ optional: true })
  agreement?: string | null;
}
