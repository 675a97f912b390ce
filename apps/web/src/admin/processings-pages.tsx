import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import type { RecordField } from '@/records/fields';
import { RecordList } from '@/records/list-page';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Processing = components['schemas']['ProcessingResponse'];
type ProcessingBody = components['schemas']['ProcessingRequest'];
type Run = components['schemas']['RetentionRunResponse'];

const LIST = '/staff/admin/processings';
const PARTS = ['purpose', 'legalBasis', 'categories', 'persons', 'recipients', 'responsible'] as const;

/** What is done with personal data: why, on which ground, for how long. */
export function ProcessingsPage() {
  const { t } = useTranslation('admin');
  const { can } = useSession();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/processings', {
    params: { query: { cursor: search.get('cursor') } },
  });
  return (
    <AdminPage
      title={t('place.processings')}
      lead={t('processings.lead')}
      actions={
        can('processing.change') ? (
          <ButtonLink weight="main" to={`${LIST}/new`}>
            {t('processings.new')}
          </ButtonLink>
        ) : null
      }
    >
      <RecordList
        query={query}
        caption={t('place.processings')}
        rowKey={({ id }) => id}
        empty={t('reference.none')}
        columns={[
          {
            key: 'purpose',
            heading: t('processings.purpose'),
            isRowHeading: true,
            cell: ({ id, purpose }: Processing) => (
              <Link to={`${LIST}/${id}`}>
                <Text of={purpose} />
              </Link>
            ),
          },
          {
            key: 'retention',
            heading: t('processings.retentionDays'),
            cell: (each) => <RetentionDays of={each} />,
          },
          {
            key: 'receipt',
            heading: t('processings.receipt'),
            cell: ({ cndpReceipt }) =>
              cndpReceipt ? (
                <Name>{cndpReceipt}</Name>
              ) : (
                <Badge tone="attention">{t('processings.undeclared')}</Badge>
              ),
          },
        ]}
      />
    </AdminPage>
  );
}

function RetentionDays({ of: { retentionDays } }: { readonly of: Processing }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {retentionDays === null
        ? t('processings.withoutEnd')
        : t('holidays.dayCount', { count: retentionDays })}
    </>
  );
}

/** One processing, with its corrections. */
export function ProcessingPage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const { can } = useSession();
  const client = useClient();
  const { id = '' } = useParams();
  const query = useApi().useQuery('get', '/api/v1/processings/{id}', { params: { path: { id } } });
  const fields = useProcessingFields();
  return (
    <AdminPage
      title={text(query.data?.purpose) || t('place.processings')}
      list={{ to: LIST, name: t('place.processings') }}
    >
      <Loaded query={query}>
        {(processing) =>
          can('processing.change') ? (
            <RecordForm
              fields={fields}
              record={processing}
              send={(body) =>
                client.PATCH('/api/v1/processings/{id}', {
                  params: { path: { id }, header: { 'If-Match': `"${processing.revision}"` } },
                  body,
                })
              }
            />
          ) : (
            <Facts>
              {PARTS.map((part) => (
                <Fact key={part} name={t(`processings.${part}`)}>
                  <Text of={processing[part]} />
                </Fact>
              ))}
              <Fact name={t('processings.retentionDays')}>
                <RetentionDays of={processing} />
                <p className="muted">
                  <Text of={processing.retentionNote} />
                </p>
              </Fact>
            </Facts>
          )
        }
      </Loaded>
    </AdminPage>
  );
}

function useProcessingFields(): readonly RecordField<ProcessingBody>[] {
  const { t } = useTranslation('admin');
  return [
    ...PARTS.map((key) => ({ key, kind: 'texts' as const, long: true, label: t(`processings.${key}`) })),
    {
      key: 'retentionDays',
      kind: 'number',
      label: t('processings.retentionDays'),
      hint: t('processings.retentionHint'),
      optional: true,
    },
    { key: 'retentionNote', kind: 'texts', long: true, label: t('processings.retentionNote') },
    { key: 'cndpReceipt', kind: 'code', label: t('processings.receipt'), optional: true },
  ];
}

/** A processing that this software does not carry out itself. */
export function NewProcessingPage() {
  const { t } = useTranslation('admin');
  const client = useClient();
  const navigate = useNavigate();
  const fields = useProcessingFields();
  const keyOf = useIdempotencyKey();
  return (
    <AdminPage title={t('processings.new')} list={{ to: LIST, name: t('place.processings') }}>
      <RecordForm
        fields={fields}
        record={null}
        send={(body: ProcessingBody) =>
          client.POST('/api/v1/processings', { params: { header: keyOf(body) }, body })
        }
        onSaved={() => void navigate(LIST)}
        onCancel={() => void navigate(LIST)}
      />
    </AdminPage>
  );
}

const ERASED = [
  'mail_addresses',
  'ended_sessions',
  'ended_tokens',
  'used_links',
  'sign_in_failures',
  'ended_invitations',
  'left_accounts',
  'requesters',
  'nominative_evidence',
] as const;

/** What was erased because its time was over, day by day. */
export function RetentionPage() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/retention-runs', {
    params: { query: { cursor: search.get('cursor') } },
  });
  return (
    <AdminPage title={t('place.retention')} lead={t('retention.lead')}>
      <RecordList
        query={query}
        caption={t('place.retention')}
        rowKey={({ id }) => id}
        empty={t('retention.none')}
        columns={[
          {
            key: 'day',
            heading: t('checkpoints.day'),
            isRowHeading: true,
            cell: ({ ranOn, finishedAt }: Run) => (
              <>
                {formatDay(ranOn, language)}{' '}
                {finishedAt ? null : <Badge tone="attention">{t('retention.unfinished')}</Badge>}
              </>
            ),
          },
          {
            key: 'erased',
            heading: t('retention.erased'),
            cell: ({ erased }) => {
              const some = ERASED.filter((what) => (erased[what] ?? 0) > 0);
              if (some.length === 0) return t('retention.nothing');
              return (
                <ul className="plain-list">
                  {some.map((what) => (
                    <li key={what}>
                      {t(`retention.what.${what}`)}: {formatNumber(erased[what] ?? 0, language)}
                    </li>
                  ))}
                </ul>
              );
            },
          },
        ]}
      />
    </AdminPage>
  );
}
