import type { Page } from '@app/platform';
import { type DataRequest, isOverdue, stateOf } from '../domain/data-request';
import type { CarriedOutErasure } from '../use-cases/carry-out-erasure';
import type {
  CarriedOutErasureResponse,
  DataRequestPageResponse,
  DataRequestResponse,
} from './data-requests.response';

type Today = Parameters<typeof isOverdue>[1];

/** A request as it is answered: where it stands, and whether its day is over. */
export function dataRequestView(request: DataRequest, today: Today): DataRequestResponse {
  const { closedAt, erasedAt, ...rest } = request;
  return {
    ...rest,
    state: stateOf(request),
    overdue: isOverdue(request, today),
    closedAt: closedAt?.toISOString() ?? null,
    erasedAt: erasedAt?.toISOString() ?? null,
  };
}

/** A page of requests. */
export function dataRequestPageView(page: Page<DataRequest>, today: Today): DataRequestPageResponse {
  return { ...page, items: page.items.map((request) => dataRequestView(request, today)) };
}

/** An erasure as it is answered. */
export function erasureView(
  { request, ...erased }: CarriedOutErasure,
  today: Today,
): CarriedOutErasureResponse {
  return { request: dataRequestView(request, today), ...erased, namedInWords: [...erased.namedInWords] };
}
