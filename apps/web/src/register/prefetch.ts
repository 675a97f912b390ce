import type { QueryClient } from '@tanstack/react-query';
import type { LoaderFunction } from 'react-router';
import type { Services } from '@/app/services';
import { aboutQuery } from './queries';

/** What is asked for: the parts of the path and the query of the address. */
export interface AskedPage {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly address: URLSearchParams;
}

type Read = QueryClient['prefetchQuery'];

/**
 * The loader of a public page. The server reads what the page will ask for before it renders it, so that the document
 * holds the figures and the browser goes on without asking again; in a browser there is no loader, and a page is there
 * at once, with skeletons where something is on its way.
 */
export function prefetching(
  services: Services,
  pages: (read: Read, asked: AskedPage) => readonly Promise<void>[] = () => [],
): { loader?: LoaderFunction } {
  if (!import.meta.env.SSR) return {};
  const { api, queries } = services;
  const read: Read = (options) => queries.prefetchQuery(options);
  return {
    loader: async ({ request, params }) => {
      const address = new URL(request.url).searchParams;
      await Promise.all([read(aboutQuery(api)), ...pages(read, { params, address })]);
      return null;
    },
  };
}
