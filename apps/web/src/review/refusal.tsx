import { useTranslation } from 'react-i18next';
import { problemOf } from '@/api/problem';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Notice } from '@/ui/notice';

/** Whether somebody else changed the record since it was read. */
export function isStale(error: unknown): boolean {
  return problemOf(error)?.status === 412;
}

/**
 * Why a decision was not taken. When the record changed meanwhile, it is read again at a click, and what was typed
 * stays.
 */
export function Refusal({
  error,
  onReadAgain,
}: {
  readonly error: unknown;
  readonly onReadAgain: () => Promise<unknown>;
}) {
  const { t } = useTranslation('review');
  if (!isStale(error)) return <ErrorSummary error={error} />;
  return (
    <div role="alert">
      <Notice tone="attention" title={t('stale.title')}>
        <div className="stack">
          <p>{t('stale.text')}</p>
          <div>
            <Button onClick={() => void onReadAgain()}>{t('stale.readAgain')}</Button>
          </div>
        </div>
      </Notice>
    </div>
  );
}
