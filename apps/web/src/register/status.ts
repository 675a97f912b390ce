import { problemOf } from '@/api/problem';
import { useServices } from '@/app/services';

/** Lets the document answer with the status of what it could not read. */
export function useStatusOf(error: unknown): void {
  const { head } = useServices();
  if (import.meta.env.SSR && error) head.status = problemOf(error)?.status ?? 503;
}
