import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { useActionInWords } from '@/records/action-in-words';
import { Actor } from '@/records/history-section';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Entry = components['schemas']['AuditEntryResponse'];

/** Who did what, the latest first. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const inWords = useActionInWords();
  const [search] = useSearchParams();
  const sealed = search.get('sealed');
  const query = useApi().useQuery(
    'get',
    '/api/v1/audit',
    {
      params: {
        query: {
          action: search.get('action'),
          actor: search.get('actor'),
          subjectType: search.get('subjectType'),
          subjectId: search.get('subjectId'),
          from: search.get('from'),
          to: search.get('to'),
          requestId: search.get('requestId'),
          sealed: sealed === 'true' ? true : sealed === 'false' ? false : null,
          cursor: search.get('cursor'),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <AdminPage title={t('place.audit')} lead={t('audit.lead')}>
      <div className="stack">
        <ListFilters
          filters={[
            { key: 'action', label: t('audit.action') },
            { key: 'subjectId', label: t('audit.subjectId') },
            { key: 'actor', label: t('audit.actor') },
            { key: 'from', label: t('audit.from'), type: 'date' },
            { key: 'to', label: t('audit.to'), type: 'date' },
            {
              key: 'sealed',
              label: t('audit.chain'),
              choices: [
                { value: 'true', label: t('audit.sealed') },
                { value: 'false', label: t('audit.unsealed') },
              ],
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('place.audit')}
          rowKey={({ id }) => id}
          empty={t('audit.none')}
          columns={[
            {
              key: 'at',
              heading: t('audit.when'),
              cell: ({ at }: Entry) => formatInstant(at, language),
            },
            {
              key: 'action',
              heading: t('audit.what'),
              isRowHeading: true,
              cell: ({ id, action }) => <Link to={`/staff/admin/audit/${id}`}>{inWords(action)}</Link>,
            },
            { key: 'actor', heading: t('audit.who'), cell: (entry) => <Actor entry={entry} /> },
            {
              key: 'sequence',
              heading: t('audit.chain'),
              numeric: true,
              cell: ({ sequence }) =>
                sequence === null ? (
                  <Badge tone="attention">{t('audit.unsealed')}</Badge>
                ) : (
                  formatNumber(sequence, language)
                ),
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}
