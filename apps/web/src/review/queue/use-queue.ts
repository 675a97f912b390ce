import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useApi, useRefresh } from '@/app/services';
import { type WorkItem, addressInList, addressOfItem } from './item-address';

/** A list that somebody works through, seen from the item they are at. */
export interface Queue {
  readonly code: string;
  readonly items: readonly WorkItem[];
  readonly total: number;
  /** From 0; -1 when what is shown waits no longer. */
  readonly position: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** As many as one page of the API; who has more waiting goes on after reading the list again. */
const SEEN = 100;

/** The list that the address names; null when the page was reached otherwise. */
export function useQueue(): Queue | null {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const code = search.get('list') ?? '';
  const { data } = useApi().useQuery(
    'get',
    '/api/v1/work-lists/{code}',
    { params: { path: { code }, query: { limit: SEEN } } },
    { enabled: code !== '', retry: false },
  );
  if (code === '' || !data) return null;
  const { items, total } = data;
  const position = items.findIndex((item) => addressOfItem(code, item) === decodeURI(pathname));
  const at = (index: number) => (items[index] ? addressInList(code, items[index]) : null);
  // Several rows may lead to one page, as the conditions of one agreement: the next page is meant.
  const others = items.map((item) => addressOfItem(code, item) !== decodeURI(pathname));
  const after = others.findIndex((isOther, index) => isOther && index > position);
  return {
    code,
    items,
    total,
    position,
    previous: position > 0 ? at(position - 1) : null,
    next: after < 0 ? at(others.findIndex(Boolean)) : at(after),
  };
}

/** What a page tells the next one that was done. */
export interface Done {
  /** In a sentence. */
  readonly said: string;
  /** Where more can be read or done about it. */
  readonly links?: readonly { readonly to: string; readonly name: string }[];
}

/** After a decision: reads everything again, and leads to the next of the list, or to the list once it is empty. */
export function useAfterDecision(): (done: Done, otherwise: string | null) => Promise<void> {
  const queue = useQueue();
  const navigate = useNavigate();
  const refresh = useRefresh();
  return async (done, otherwise) => {
    const to = queue ? (queue.next ?? `/staff/review/${queue.code}`) : otherwise;
    if (to) await navigate(to, { state: { done } });
    await refresh();
  };
}
