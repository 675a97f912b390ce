import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { useSession } from '@/app/session';
import type { RecordField } from '@/records/fields';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Holiday = components['schemas']['HolidayResponse'];
type Correction = components['schemas']['HolidayCorrectionRequest'];
type Announcement = components['schemas']['HolidayAnnouncementRequest'];

const LIST = '/staff/admin/holidays';

/** One holiday: corrected, or, for the estimated days of a feast, announced. */
export function HolidayPage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/holidays/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/holidays/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  return (
    <AdminPage
      title={text(query.data?.names) || t('place.holidays')}
      list={{ to: LIST, name: t('place.holidays') }}
    >
      <Loaded query={query}>{(holiday) => <CorrectHoliday holiday={holiday} />}</Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </AdminPage>
  );
}

function CorrectHoliday({ holiday }: { readonly holiday: Holiday }) {
  const { t } = useTranslation('admin');
  const { can } = useSession();
  const client = useClient();
  const fields = useCorrectionFields(holiday);
  if (!can('reference.correct')) return <Notice title={t('holidays.readOnly')} />;
  return (
    <div className="stack">
      {holiday.status === 'estimated' ? (
        <Notice tone="attention" title={t('holidays.estimated')}>
          {t('holidays.estimatedText')}
        </Notice>
      ) : null}
      <RecordForm
        fields={fields}
        record={holiday}
        send={(body: Correction) =>
          client.PATCH('/api/v1/holidays/{id}', {
            params: { path: { id: holiday.id }, header: { 'If-Match': `"${holiday.revision}"` } },
            body,
          })
        }
      />
    </div>
  );
}

/** What may be said of this kind of holiday. */
function useCorrectionFields({ kind }: Holiday): readonly RecordField<Correction>[] {
  const { t } = useTranslation(['admin', 'words']);
  const names = { key: 'names', kind: 'texts', label: t('holidays.name') } as const;
  const note = { key: 'note', kind: 'area', label: t('holidays.note'), optional: true } as const;
  switch (kind) {
    case 'fixed':
      return [
        names,
        { key: 'monthDay', kind: 'code', label: t('holidays.monthDay'), hint: t('holidays.monthDayHint') },
        { key: 'sinceYear', kind: 'number', label: t('holidays.since'), optional: true },
        note,
      ];
    case 'lunar':
      return [names, { key: 'usualDays', kind: 'number', label: t('holidays.usualDays') }, note];
    case 'dated':
      return [
        names,
        { key: 'firstDay', kind: 'date', label: t('holidays.firstDay') },
        { key: 'days', kind: 'number', label: t('holidays.days') },
        {
          key: 'status',
          kind: 'choice',
          label: t('holidays.status'),
          choices: (['announced', 'estimated'] as const).map((value) => ({
            value,
            label: t(`words:holidayStatus.${value}`),
          })),
        },
        note,
      ];
  }
}

/** Days off of one year: those of a feast, or exceptional ones. */
export function AnnounceHolidayPage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const client = useClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const { data } = useApi().useQuery('get', '/api/v1/holidays', { params: { query: { limit: 100 } } });
  const feasts = (data?.items ?? [])
    .filter(({ kind }) => kind === 'lunar')
    .map((feast) => ({ value: feast.key, label: text(feast.names) }));
  return (
    <AdminPage
      title={t('holidays.announce')}
      lead={t('holidays.announceLead')}
      list={{ to: LIST, name: t('place.holidays') }}
    >
      <RecordForm<Announcement, { error?: unknown; response: Response }>
        record={null}
        fields={[
          {
            key: 'feast',
            kind: 'choice',
            label: t('holidays.feast'),
            choices: feasts,
            none: t('holidays.exceptional'),
            optional: true,
          },
          { key: 'names', kind: 'texts', label: t('holidays.name'), hint: t('holidays.nameHint') },
          { key: 'firstDay', kind: 'date', label: t('holidays.firstDay') },
          {
            key: 'days',
            kind: 'number',
            label: t('holidays.days'),
            hint: t('holidays.daysHint'),
            optional: true,
          },
          { key: 'note', kind: 'area', label: t('holidays.note'), optional: true },
        ]}
        send={(body) => client.POST('/api/v1/holidays', { params: { header: keyOf(body) }, body })}
        action={t('holidays.announceAction')}
        onSaved={() => void navigate(LIST)}
        onCancel={() => void navigate(LIST)}
      />
    </AdminPage>
  );
}
