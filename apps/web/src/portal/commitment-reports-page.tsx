import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatShortDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text, useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { ReportedValue } from './reported-value';

type Listed = components['schemas']['ListedReportResponse'];

/** All reports on one commitment: what was claimed, what was accepted, and why; each leads to its receipt. */
export function CommitmentReportsPage() {
  const { t } = useTranslation('portal');
  const text = useText();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const reports = useApi().useQuery(
    'get',
    '/api/v1/commitments/{id}/reports',
    { params: { path: { id }, query: { limit: 50, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const title = reports.data?.items[0]?.commitment.title;
  return (
    <Page
      title={title ? `${t('past.title')}: ${text(title)}` : t('past.title')}
      heading={t('past.title')}
      lead={title ? <Text of={title} /> : undefined}
      above={<Link to="/portal">{t('own.title')}</Link>}
    >
      <Loaded query={reports} lines={6}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={t('past.none')}>{t('past.noneText')}</Empty>
          ) : (
            <div className="stack">
              <ReportTable reports={items} />
              <PageLinks nextCursor={nextCursor} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function ReportTable({ reports }: { readonly reports: readonly Listed[] }) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const day = (of: string) => formatShortDay(of, language);
  const value = ({ commitment }: Listed, of: number | null) =>
    of === null ? (
      <span className="muted">{t('past.nothing')}</span>
    ) : (
      <ReportedValue measure={commitment.measure} unit={commitment.unit} value={of} />
    );
  return (
    <Table
      caption={t('past.title')}
      captionHidden
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'period',
          heading: t('report.period'),
          isRowHeading: true,
          cell: ({ id, period }) => (
            <Link to={`/portal/reports/${id}`}>
              {period.from === null
                ? t('report.until', { until: day(period.until) })
                : t('report.fromUntil', { from: day(period.from), until: day(period.until) })}
            </Link>
          ),
        },
        { key: 'claimed', heading: t('read.claimed'), cell: (one) => value(one, one.claimedValue) },
        { key: 'accepted', heading: t('read.accepted'), cell: (one) => value(one, one.acceptedValue) },
        {
          key: 'state',
          heading: t('report.state'),
          cell: ({ state, onBehalf }) => (
            <span className="row">
              <Badge>{word('reportState', state)}</Badge>
              {onBehalf ? <Badge tone="attention">{t('report.onBehalf')}</Badge> : null}
            </span>
          ),
        },
        {
          key: 'decision',
          heading: t('read.decision'),
          cell: ({ decision }) =>
            decision === null ? (
              <span className="muted">{t('past.nothing')}</span>
            ) : (
              <>
                {day(decision.on)}
                {decision.reason === null ? null : (
                  <small className="line">
                    <Name>{decision.reason}</Name>
                  </small>
                )}
              </>
            ),
        },
      ]}
    />
  );
}
