import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useApi } from '@/app/services';
import { Notice } from '@/ui/notice';
import { useText } from '@/ui/text';
import type { Done } from './use-queue';
import { useQueue } from './use-queue';
import './queue.css';

/** Above the heading of what waits in a list: which list, how far the reader is in it, and the way on. */
export function QueueBar() {
  const { t } = useTranslation('review');
  const text = useText();
  const queue = useQueue();
  const lists = useApi().useQuery('get', '/api/v1/work-lists').data?.items;
  if (!queue) return <Link to="/staff/review">{t('queue.back')}</Link>;
  const name = text(lists?.find(({ code }) => code === queue.code)?.names) || t('queue.back');
  return (
    <nav className="queue-bar" aria-label={t('queue.label')}>
      <Link to={`/staff/review/${queue.code}`}>{name}</Link>
      {queue.position >= 0 ? (
        <span>{t('queue.position', { n: queue.position + 1, total: queue.total })}</span>
      ) : null}
      {queue.previous ? (
        <Link to={queue.previous} rel="prev">
          {t('queue.previous')}
        </Link>
      ) : null}
      {queue.next ? (
        <Link to={queue.next} rel="next">
          {t('queue.next')}
        </Link>
      ) : null}
    </nav>
  );
}

/** What was just done on the page before, said on this one. */
export function JustDone() {
  const { state } = useLocation() as { state: { done?: Done } | null };
  const done = state?.done;
  return (
    <div role="status">
      {done ? (
        <Notice tone="good" title={done.said}>
          {done.links && done.links.length > 0 ? (
            <p className="row">
              {done.links.map(({ to, name }) => (
                <Link key={to} to={to}>
                  {name}
                </Link>
              ))}
            </p>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}
