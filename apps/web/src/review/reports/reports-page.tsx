import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatDay, formatShortDay } from '@/formats/dates';
import { RecordList } from '@/records/list-page';
import { SelectField } from '@/ui/field';
import { Badge } from '@/ui/badge';
import { Name, Text } from '@/ui/text';
import { JustDone } from '../queue/queue-bar';
import { ReportAge, ReportState } from './report-state';
import { type ListedReport, WAITING, useReported } from './reported';

const STATES = [
  ...(['requested', 'draft', 'submitted', 'in_review', 'returned', 'accepted'] as const),
  ...(['accepted_with_reservation', 'rejected', 'disputed', 'superseded', 'withdrawn', 'missed'] as const),
];
const ALL = 'all';

/** Reports: those that wait for a decision, the longest first, or those of any other state, the latest first. */
export function ReportsPage() {
  const { t } = useTranslation('review');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state') ?? '';
  const state = STATES.find((one) => one === asked);
  const isWaiting = state === undefined && asked !== ALL;
  const cursor = search.get('cursor');
  const agreement = search.get('agreement');
  const query = {
    ...(isWaiting ? { state: WAITING.join(','), order: 'longest_waiting' as const } : {}),
    ...(state ? { state } : {}),
    ...(agreement ? { agreement } : {}),
    ...(cursor ? { cursor } : {}),
    limit: 50,
  };
  const page = useApi().useQuery(
    'get',
    '/api/v1/reports',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const narrow = (value: string) =>
    setSearch({ ...(value ? { state: value } : {}), ...(agreement ? { agreement } : {}) });
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead')}
      above={<Link to="/staff/review">{t('queue.back')}</Link>}
      wide
    >
      <div className="stack">
        <JustDone />
        <SelectField
          label={t('reports.stateLabel')}
          none={t('reports.waiting')}
          value={isWaiting ? '' : (state ?? ALL)}
          onChange={({ target }) => narrow(target.value)}
          choices={[
            { value: ALL, label: t('reports.all') },
            ...STATES.map((value) => ({ value, label: t(`reports.state.${value}`) })),
          ]}
        />
        <ReportList query={page} isWaiting={isWaiting} />
      </div>
    </Page>
  );
}

function ReportList({
  query,
  isWaiting,
}: {
  readonly query: Parameters<typeof RecordList<ListedReport, ReportPage>>[0]['query'];
  readonly isWaiting: boolean;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const reported = useReported();
  return (
    <RecordList<ListedReport, ReportPage>
      query={query}
      caption={t('reports.title')}
      empty={isWaiting ? t('reports.nothingWaits') : t('reports.none')}
      emptyText={isWaiting ? t('queue.emptyText') : undefined}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'commitment',
          heading: t('reports.commitment'),
          isRowHeading: true,
          cell: ({ id, commitment, agreement }) => (
            <>
              <Link to={`/staff/reports/${id}${isWaiting ? '?list=reports_to_review' : ''}`}>
                <Text of={commitment.title} />
              </Link>
              <small className="muted block">
                <Text of={agreement.title} /> · <Name>{agreement.reference}</Name>
              </small>
            </>
          ),
        },
        {
          key: 'organisation',
          heading: t('reports.organisation'),
          cell: ({ organisation }) => <Text of={organisation.names} />,
        },
        {
          key: 'period',
          heading: t('reports.period'),
          cell: ({ period }) => t('reports.until', { day: formatShortDay(period.until, language) }),
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
          cell: ({ state, isLate, onBehalf }) => (
            <span className="row">
              <ReportState state={state} />
              {isLate ? <Badge tone="late">{t('reports.late')}</Badge> : null}
              {onBehalf ? <Badge>{t('reports.onBehalf')}</Badge> : null}
            </span>
          ),
        },
        {
          key: 'age',
          heading: t('reports.waitsFor'),
          cell: ({ waiting, submittedOn }) =>
            waiting ? (
              <ReportAge waiting={waiting} />
            ) : submittedOn ? (
              <span className="muted">{formatDay(submittedOn, language)}</span>
            ) : null,
        },
      ]}
    />
  );
}

interface ReportPage {
  readonly items: readonly ListedReport[];
  readonly total: number;
  readonly totalIsAtLeast?: boolean;
  readonly nextCursor: string | null;
}
