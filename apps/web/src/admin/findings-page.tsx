import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatDay, formatInstant, formatShortDay } from '@/formats/dates';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import { Notice } from '@/ui/notice';
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Finding = components['schemas']['FindingResponse'];
type Findings = components['schemas']['FindingPageResponse'];

/** What cannot be in the register, as the nightly search found it, the oldest first. */
export function FindingsPage() {
  const { t } = useTranslation(['admin', 'words']);
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/findings',
    {
      params: {
        query: {
          state: (search.get('state') ?? 'open') as 'open' | 'resolved',
          query: search.get('query') as 'signed_without_party' | null,
          cursor: search.get('cursor'),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const asked = query.data?.counts.queries ?? [];
  return (
    <AdminPage title={t('place.findings')} lead={t('findings.lead')}>
      <div className="stack">
        <ListFilters
          filters={[
            {
              key: 'query',
              label: t('findings.query'),
              choices: asked
                .filter(({ open, resolved }) => open + resolved > 0)
                .map(({ query: value, sentence }) => ({ value, label: sentence })),
            },
            {
              key: 'state',
              label: t('findings.state'),
              choices: [{ value: 'resolved', label: t('findings.resolved') }],
            },
          ]}
        />
        <RecordList<Finding, Findings>
          query={query}
          caption={t('place.findings')}
          rowKey={({ id }) => id}
          empty={t('findings.none')}
          emptyText={t('findings.noneText')}
          above={(page) => <LastRun findings={page} />}
          columns={[
            {
              key: 'what',
              heading: t('findings.what'),
              isRowHeading: true,
              cell: ({ sentence, detail, severity }) => (
                <>
                  {sentence}{' '}
                  <Badge tone={severity === 'impossible' ? 'late' : 'attention'}>
                    {t(`words:severity.${severity}`)}
                  </Badge>
                  <br />
                  <small className="muted">
                    <Name>{detail}</Name>
                  </small>
                </>
              ),
            },
            {
              key: 'where',
              heading: t('findings.where'),
              cell: ({ agreement }) => (
                <>
                  <Link className="nowrap" to={`/staff/agreements/${agreement.id}`}>
                    {agreement.reference}
                  </Link>
                  <br />
                  <small>
                    <Text of={agreement.title} />
                  </small>
                </>
              ),
            },
            {
              key: 'since',
              heading: t('findings.since'),
              cell: ({ firstSeenOn, age }) => (
                <>
                  {formatShortDay(firstSeenOn, language)}
                  <br />
                  <small className="muted">{t('findings.age', { count: age })}</small>
                </>
              ),
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}

function LastRun({ findings: { lastRun } }: { readonly findings: Findings }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  if (!lastRun) return <Notice tone="attention" title={t('findings.neverRan')} />;
  return (
    <Notice
      tone={lastRun.failed.length > 0 ? 'attention' : 'plain'}
      title={t('findings.lastRun', { day: formatDay(lastRun.ranOn, language) })}
    >
      {lastRun.failed.length > 0 ? t('findings.failed', { count: lastRun.failed.length }) : null}
      {lastRun.finishedAt ? (
        <small className="muted">{formatInstant(lastRun.finishedAt, language)}</small>
      ) : (
        t('findings.unfinished')
      )}
    </Notice>
  );
}
