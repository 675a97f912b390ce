import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatDay, formatInstant, formatShortDay } from '@/formats/dates';
import { CopyButton } from '@/ui/copy-button';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import { ActorName } from '../names';
import { useWord } from '@/words/use-word';
import { ReportState } from './report-state';
import { type Report, useReported } from './reported';

/** The values of the promise so far, the receipt of this report, and every step it took. */
export function ReportHistory({ report }: { readonly report: Report }) {
  return (
    <>
      <Values report={report} />
      <Receipt report={report} />
      <Steps report={report} />
    </>
  );
}

function Values({ report }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const reported = useReported();
  const { commitment } = report;
  const history = useApi().useQuery('get', '/api/v1/commitments/{id}/reports', {
    params: { path: { id: commitment.id }, query: { limit: 100 } },
  });
  return (
    <section className="section">
      <h2>{t('reports.history')}</h2>
      <Loaded query={history} lines={3}>
        {({ items }) => (
          <Table
            caption={t('reports.history')}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'day',
                heading: t('reports.day'),
                isRowHeading: true,
                cell: ({ id, asOf, period }) => {
                  const day = formatShortDay(asOf ?? period.until, language);
                  return id === report.id ? (
                    <>
                      {day} <span className="muted">{t('reports.thisOne')}</span>
                    </>
                  ) : (
                    <Link to={`/staff/reports/${id}`}>{day}</Link>
                  );
                },
              },
              {
                key: 'claimed',
                heading: t('reports.claimed'),
                numeric: true,
                cell: ({ claimedValue }) => reported(claimedValue, commitment) ?? '—',
              },
              {
                key: 'accepted',
                heading: t('reports.accepted'),
                numeric: true,
                cell: ({ acceptedValue }) => reported(acceptedValue, commitment) ?? '—',
              },
              {
                key: 'state',
                heading: t('reports.stateLabel'),
                cell: ({ state }) => <ReportState state={state} />,
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

function Receipt({ report: { receipt } }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  if (!receipt) return null;
  return (
    <section className="section">
      <h2>{t('reports.receipt')}</h2>
      <p className="muted">
        {t('reports.receiptText', { instant: formatInstant(receipt.submittedAt, language) })}
      </p>
      <p>
        <bdi className="digest">{receipt.sha256}</bdi>
      </p>
      <div className="no-print">
        <CopyButton text={receipt.sha256} label={t('reports.copy')} />
      </div>
    </section>
  );
}

function Steps({ report: { steps, commitment } }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const reported = useReported();
  const word = useWord();
  return (
    <section className="section">
      <h2>{t('reports.steps')}</h2>
      <Timeline
        entries={steps.map(({ number, action, to, by, reason, acceptedValue, on }) => ({
          key: String(number),
          when: formatDay(on, language),
          what: (
            <>
              <strong>{word('reportStep', action)}</strong> <ReportState state={to} />
              {acceptedValue === null ? null : (
                <p className="small">
                  {t('reports.accepted')}: {reported(acceptedValue, commitment)}
                </p>
              )}
              {reason ? (
                <p>
                  <Name>{reason}</Name>
                </p>
              ) : null}
              {by ? (
                <small className="muted block">
                  <ActorName actor={by} />
                </small>
              ) : null}
            </>
          ),
        }))}
      />
    </section>
  );
}
