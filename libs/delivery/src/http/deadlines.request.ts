import { Choice, PageQuery } from '@app/platform';
import { DEADLINE_SPANS, type DeadlineSpan } from '../domain/deadlines';
import { type AskedReach, REACHES } from '../use-cases/list-deadlines';

const REACH = {
  optional: true,
  description:
    'Where the roles of the caller are held, or what their organisation is party to (when left out); or all they may read',
};

export class DeadlineOverviewQuery {
  @Choice(REACHES, REACH)
  reach?: AskedReach | null;
}

export class DeadlinesQuery extends PageQuery {
  @Choice(DEADLINE_SPANS, {
    description: 'What falls due in the next 90 days, or what has passed without a decision',
  })
  span: DeadlineSpan;

  @Choice(REACHES, REACH)
  reach?: AskedReach | null;
}
