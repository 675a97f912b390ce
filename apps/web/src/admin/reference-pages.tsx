import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { useSession } from '@/app/session';
import type { RecordField } from '@/records/fields';
import { HistorySection } from '@/records/history-section';
import { RecordList } from '@/records/list-page';
import { RecordForm } from '@/records/record-form';
import { Badge } from '@/ui/badge';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Schemas = components['schemas'];
type Kind = 'regions' | 'sectors' | 'zones';
type Reference = Schemas['RegionResponse'] | Schemas['SectorResponse'] | Schemas['ZoneResponse'];
type Correction = Schemas['RegionCorrectionRequest'] &
  Schemas['SectorCorrectionRequest'] &
  Schemas['ZoneCorrectionRequest'];

/** Regions, zones or sectors, as the country's profile brought them and people corrected them. */
export function ReferenceListPage({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation(['admin', 'words']);
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', `/api/v1/${kind}`, {
    params: { query: { cursor: search.get('cursor'), limit: 100 } },
  });
  return (
    <AdminPage title={t(`place.${kind}`)} lead={t(`placeText.${kind}`)}>
      <RecordList<Reference, { items: Reference[]; total: number; nextCursor: string | null }>
        query={query}
        caption={t(`place.${kind}`)}
        rowKey={({ id }) => id}
        empty={t('reference.none')}
        columns={[
          { key: 'code', heading: t('reference.code'), cell: ({ code }) => <Name>{code}</Name> },
          {
            key: 'name',
            heading: t('reference.name'),
            isRowHeading: true,
            cell: ({ id, names }) => (
              <Link to={`/staff/admin/${kind}/${id}`}>
                <Text of={names} />
              </Link>
            ),
          },
          { key: 'more', heading: t(`reference.more.${kind}`), cell: (row) => <More of={row} /> },
        ]}
      />
    </AdminPage>
  );
}

function More({ of: row }: { readonly of: Reference }) {
  const { t } = useTranslation('words');
  if ('status' in row) return <Badge>{t(`zoneStatus.${row.status}`)}</Badge>;
  if ('seat' in row) return row.seat ? <Name>{row.seat}</Name> : t('absence.not_stated');
  return row.examples.length > 0 ? <Name>{row.examples.join(' · ')}</Name> : t('absence.not_stated');
}

/** One of them, with its corrections. */
export function ReferenceRecordPage({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation('admin');
  const text = useText();
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const api = useApi();
  const query = api.useQuery('get', `/api/v1/${kind}/{id}`, { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    `/api/v1/${kind}/{id}/history`,
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  return (
    <AdminPage
      title={text(query.data?.names) || t(`place.${kind}`)}
      list={{ to: `/staff/admin/${kind}`, name: t(`place.${kind}`) }}
    >
      <Loaded query={query}>{(record) => <CorrectReference kind={kind} record={record} />}</Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </AdminPage>
  );
}

function CorrectReference({ kind, record }: { readonly kind: Kind; readonly record: Reference }) {
  const { t } = useTranslation('admin');
  const { can } = useSession();
  const client = useClient();
  const fields = useReferenceFields(kind);
  if (!can('reference.correct')) return <Notice title={t('reference.readOnly')} />;
  return (
    <RecordForm
      fields={fields}
      record={record}
      send={(body: Correction) =>
        client.PATCH(`/api/v1/${kind}/{id}`, {
          params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
          body,
        })
      }
    />
  );
}

function useReferenceFields(kind: Kind): readonly RecordField<Correction>[] {
  const { t } = useTranslation(['admin', 'words']);
  const text = useText();
  const { data } = useApi().useQuery(
    'get',
    '/api/v1/regions',
    { params: { query: { limit: 100 } } },
    { enabled: kind === 'zones' },
  );
  const names = { key: 'names', kind: 'texts', label: t('reference.name') } as const;
  if (kind === 'regions') {
    return [names, { key: 'seat', kind: 'text', label: t('reference.more.regions'), optional: true }];
  }
  if (kind === 'sectors') {
    return [
      names,
      { key: 'examples', kind: 'lines', label: t('reference.more.sectors'), hint: t('reference.lines') },
    ];
  }
  return [
    names,
    { key: 'city', kind: 'text', label: t('reference.city'), optional: true },
    {
      key: 'regionCode',
      kind: 'choice',
      label: t('reference.region'),
      choices: (data?.items ?? []).map((region) => ({ value: region.code, label: text(region.names) })),
    },
    { key: 'kind', kind: 'code', label: t('reference.kind'), hint: t('reference.kindHint') },
    { key: 'manager', kind: 'text', label: t('reference.manager'), optional: true },
    {
      key: 'status',
      kind: 'choice',
      label: t('reference.more.zones'),
      choices: (['operating', 'planned', 'closed'] as const).map((value) => ({
        value,
        label: t(`words:zoneStatus.${value}`),
      })),
    },
    { key: 'note', kind: 'area', label: t('holidays.note'), optional: true },
  ];
}
