import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { HydrationState } from 'react-router';

/** What the server leaves in the document beside what it rendered: what the browser goes on from. */
export interface PageState {
  readonly publicUrl?: string;
  readonly answers?: readonly Answer[];
  readonly router?: HydrationState;
}

/** What the API said to a question of the page. A refusal is an answer too. */
interface Answer {
  readonly key: QueryKey;
  readonly data?: unknown;
  readonly error?: unknown;
}

/** What has been read, without the moment of it: the same page with the same figures is the same document. */
export function answersOf(queries: QueryClient): Answer[] {
  return queries
    .getQueryCache()
    .getAll()
    .flatMap(({ queryKey: key, state }): Answer[] => {
      if (state.status === 'pending') return [];
      return state.status === 'error' ? [{ key, error: state.error }] : [{ key, data: state.data }];
    });
}

/** Takes over what the server has read. The document was asked for again before it was shown, so it is of now. */
export function recall(queries: QueryClient, answers: readonly Answer[]): void {
  for (const { key, data, error } of answers) {
    if (error === undefined) queries.setQueryData(key, data);
    else
      queries
        .getQueryCache()
        .build(queries, { queryKey: key })
        .setState({ status: 'error', error: error as Error });
  }
}
