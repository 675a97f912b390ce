import { QueryClient } from '@tanstack/react-query';
import { problemOf } from '@/api/problem';

/** How often a page asks again by itself when the server was not reached or was busy: a refusal stays a refusal. */
const ATTEMPTS = 2;

/** The answers a page has read. On the server it lives for one page. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < ATTEMPTS && !isFinal(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

function isFinal(error: unknown): boolean {
  const problem = problemOf(error);
  return (
    typeof window === 'undefined' || (problem !== null && problem.status < 500 && problem.status !== 429)
  );
}
