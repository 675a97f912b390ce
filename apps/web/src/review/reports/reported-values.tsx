import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Notice } from '@/ui/notice';
import { useCounted } from '../figures';
import { ActorName } from '../names';
import { lastAccepted } from './last-accepted';
import { type Report, useReported } from './reported';

/** What is claimed, what was accepted last, and what was promised, beside each other. */
export function ReportedValues({ report }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const reported = useReported();
  const counted = useCounted();
  const { commitment, content, claimedValue, acceptedValue, firstReview } = report;
  const history = useApi().useQuery('get', '/api/v1/commitments/{id}/reports', {
    params: { path: { id: commitment.id }, query: { limit: 100 } },
  });
  const last = history.data ? lastAccepted(history.data.items, report) : null;
  const onDay = (day: string | null) => (day ? t('reports.asOf', { day: formatDay(day, language) }) : null);
  return (
    <>
      <section className="standing" aria-label={t('reports.values')}>
        <div className="standing-one">
          <h2 className="standing-name">{t('reports.claimed')}</h2>
          <p className="standing-figure">{reported(claimedValue, commitment) ?? t('reports.nothingSaid')}</p>
          <p className="muted small">{onDay(content.asOf)}</p>
        </div>
        <div className="standing-one">
          <h2 className="standing-name">{t('reports.lastAccepted')}</h2>
          <p className="standing-figure">
            {(last ? reported(last.acceptedValue, commitment) : null) ??
              (history.isPending ? '…' : t('reports.nothingAccepted'))}
          </p>
          <p className="muted small">{onDay(last?.asOf ?? null)}</p>
          {commitment.measure === 'quantity' && last && claimedValue !== null ? (
            <p className="small">
              {difference(
                claimedValue - (last.acceptedValue ?? 0),
                (value) => counted(value, commitment.unit),
                t,
              )}
            </p>
          ) : null}
        </div>
        {commitment.target === null ? null : (
          <div className="standing-one">
            <h2 className="standing-name">{t('reports.promised')}</h2>
            <p className="standing-figure">{counted(commitment.target, commitment.unit)}</p>
          </div>
        )}
        {acceptedValue === null ? null : (
          <div className="standing-one">
            <h2 className="standing-name">{t('reports.acceptedNow')}</h2>
            <p className="standing-figure">{reported(acceptedValue, commitment)}</p>
          </div>
        )}
      </section>
      {firstReview ? (
        <Notice tone="attention" title={t('reports.twoVerifiers')}>
          <p>
            {t('reports.firstReview', { figure: reported(firstReview.value, commitment) ?? '' })} ·{' '}
            <ActorName actor={firstReview.by} />
          </p>
        </Notice>
      ) : null}
    </>
  );
}

function difference(
  by: number,
  say: (value: number) => string,
  t: ReturnType<typeof useTranslation<'review'>>['t'],
): string {
  if (by === 0) return t('reports.same');
  return t(by > 0 ? 'reports.more' : 'reports.fewer', { figure: say(Math.abs(by)) });
}
