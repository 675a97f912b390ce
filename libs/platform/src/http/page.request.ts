import { PageRequest } from '../database/listing';
import { Choice, Text, Whole } from './fields';

/** What every list understands. */
export class PageQuery {
  @Whole({ min: 1, max: 100, fromQuery: true, optional: true, description: 'Rows a page; 20 when left out' })
  limit?: number | null;

  @Text({ max: 2000, optional: true, description: 'The nextCursor of the page before' })
  cursor?: string | null;

  @Choice(['exact'], { optional: true, description: 'Counts beyond 10,000 too' })
  count?: 'exact' | null;
}

/** The page that a query asks for. */
export function pageOf(query: PageQuery): PageRequest {
  return { limit: query.limit ?? 20, cursor: query.cursor ?? null, exactCount: query.count === 'exact' };
}
