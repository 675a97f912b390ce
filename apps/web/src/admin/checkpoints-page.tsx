import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { RecordList } from '@/records/list-page';
import { CopyButton } from '@/ui/copy-button';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Checkpoint = components['schemas']['CheckpointResponse'];

/** Signed digests of the audit trail: whoever kept one can tell that nothing before it was changed since. */
export function CheckpointsPage() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/public/audit-checkpoints', {
    params: { query: { cursor: search.get('cursor') } },
  });
  return (
    <AdminPage title={t('place.checkpoints')} lead={t('checkpoints.lead')}>
      <RecordList
        query={query}
        caption={t('place.checkpoints')}
        rowKey={({ sequence }) => String(sequence)}
        empty={t('checkpoints.none')}
        emptyText={t('checkpoints.noneText')}
        columns={[
          {
            key: 'day',
            heading: t('checkpoints.day'),
            isRowHeading: true,
            cell: ({ madeOn }: Checkpoint) => formatDay(madeOn, language),
          },
          {
            key: 'entries',
            heading: t('checkpoints.entries'),
            numeric: true,
            cell: ({ entries }) => formatNumber(entries, language),
          },
          {
            key: 'digest',
            heading: t('checkpoints.digest'),
            cell: ({ linkSha256 }) => (
              <code className="digest" dir="ltr">
                {linkSha256}
              </code>
            ),
          },
          {
            key: 'copy',
            heading: <span className="visually-hidden">{t('checkpoints.copy')}</span>,
            cell: (checkpoint) => (
              <CopyButton text={JSON.stringify(checkpoint, null, 2)} label={t('checkpoints.copy')} />
            ),
          },
        ]}
      />
    </AdminPage>
  );
}
