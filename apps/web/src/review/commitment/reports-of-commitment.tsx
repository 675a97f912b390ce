import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { formatShortDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { ReportState } from '../reports/report-state';
import { WRITABLE, useReported } from '../reports/reported';

/** Reports on a promise, and the way to write one for whoever owes it. */
export function ReportsOfCommitment({ commitmentId }: { readonly commitmentId: string }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const reported = useReported();
  const { can } = useSession();
  const mayWrite = can('report.prepare');
  const reports = useApi().useQuery('get', '/api/v1/commitments/{id}/reports', {
    params: { path: { id: commitmentId }, query: { limit: 20 } },
  });
  const day = (of: string) => formatShortDay(of, language);
  return (
    <section className="section">
      <h2>{t('reports.title')}</h2>
      <Loaded query={reports} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('reports.none')} />
          ) : (
            <Table
              caption={t('reports.title')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'period',
                  heading: t('reports.period'),
                  isRowHeading: true,
                  cell: ({ id, period }) => (
                    <Link to={`/staff/reports/${id}`}>
                      {period.from
                        ? t('reports.fromUntil', { from: day(period.from), until: day(period.until) })
                        : t('reports.until', { day: day(period.until) })}
                    </Link>
                  ),
                },
                {
                  key: 'claimed',
                  heading: t('reports.claimed'),
                  numeric: true,
                  cell: ({ claimedValue, commitment }) => reported(claimedValue, commitment) ?? '—',
                },
                {
                  key: 'accepted',
                  heading: t('reports.accepted'),
                  numeric: true,
                  cell: ({ acceptedValue, commitment }) => reported(acceptedValue, commitment) ?? '—',
                },
                {
                  key: 'state',
                  heading: t('reports.stateLabel'),
                  cell: ({ id, state, onBehalf }) => (
                    <>
                      <span className="row">
                        <ReportState state={state} />
                        {onBehalf ? <Badge tone="attention">{t('reports.onBehalf')}</Badge> : null}
                      </span>
                      {mayWrite && WRITABLE.includes(state) ? (
                        <small className="block no-print">
                          <Link to={`/staff/reports/${id}/write`}>{t('reports.write')}</Link>
                        </small>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {mayWrite ? <BeginOnBehalf commitmentId={commitmentId} /> : null}
    </section>
  );
}

/** A report of a period that nobody was asked about: what came by letter is entered all the same. */
function BeginOnBehalf({ commitmentId }: { readonly commitmentId: string }) {
  const { t } = useTranslation('review');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState(false);
  const begin = useApi().useMutation('post', '/api/v1/commitments/{id}/reports');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (until === '') {
      setMissing(true);
      return document.getElementById('field-periodUntil')?.focus();
    }
    return begin.mutate(
      { params: { path: { id: commitmentId } }, body: { periodUntil: until } },
      {
        onSuccess: ({ id }) => {
          void refresh();
          void navigate(`/staff/reports/${id}/write`);
        },
      },
    );
  };
  return (
    <details className="no-print">
      <summary>{t('reports.beginOnBehalf')}</summary>
      <form className="stack step-form" noValidate onSubmit={send}>
        <ErrorSummary error={begin.error} />
        <TextField
          field="periodUntil"
          type="date"
          label={t('reports.periodUntil')}
          hint={t('reports.periodUntilHint')}
          error={
            missing && until === ''
              ? t('reports.periodMissing')
              : (fieldErrorsOf(begin.error).get('periodUntil') ?? null)
          }
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        <div>
          <Button type="submit" busy={begin.isPending}>
            {t('reports.begin')}
          </Button>
        </div>
      </form>
    </details>
  );
}
