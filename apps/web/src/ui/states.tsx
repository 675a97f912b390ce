import type { UseQueryResult } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnreachable, problemOf } from '@/api/problem';
import { Button } from './button';
import { Notice } from './notice';
import './states.css';

/** Something went wrong: what it was in words, and what to do next. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const problem = problemOf(error);
  return (
    <div role="alert">
      <Notice tone={problem?.status === 403 ? 'attention' : 'late'} title={sayFailure(error, t)}>
        <div className="stack">
          <p>{t(`failure.next.${nextStepOf(error)}`)}</p>
          {onRetry && problem?.status !== 403 && problem?.status !== 404 ? (
            <div>
              <Button onClick={onRetry}>{t('retry')}</Button>
            </div>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}

/** A failure in one sentence, in the reader's language. */
export function sayFailure(error: unknown, t: TFunction<'ui'>): string {
  const problem = problemOf(error);
  if (problem) return problem.title;
  return isUnreachable(error) ? t('failure.unreachable') : t('failure.unexpected');
}

function nextStepOf(error: unknown): 'forbidden' | 'notFound' | 'stale' | 'busy' | 'unreachable' | 'other' {
  const status = problemOf(error)?.status;
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 409 || status === 412) return 'stale';
  if (status === 429 || status === 503) return 'busy';
  return isUnreachable(error) ? 'unreachable' : 'other';
}

/** Nothing is here, and why or what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="muted">{children}</div> : null}
    </div>
  );
}

/** The place of what is on its way, in its shape. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly children: (data: Data) => ReactNode;
  /** Lines of the skeleton. */
  readonly lines?: number;
}

/** What was read, or its skeleton, or why it could not be read. What is there already stays while it is read again. */
export function Loaded<Data>({ query, children, lines = 5 }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}
