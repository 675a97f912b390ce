import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type DataRequest = components['schemas']['DataRequestResponse'];
type Body = components['schemas']['DataRequestRequest'];

export const REQUESTS = '/staff/admin/data-requests';
const KINDS = ['access', 'rectification', 'opposition', 'erasure'] as const;
const STATES = ['open', 'granted', 'closed'] as const;
const CHECKS = ['known_account', 'in_person', 'work_address', 'signed_letter', 'mandate'] as const;

/** Who asks about their data, by the day on which an answer is due. */
export function DataRequestsPage() {
  const { t } = useTranslation(['admin', 'words']);
  const { can } = useSession();
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/data-requests', {
    params: {
      query: {
        kind: search.get('kind') as DataRequest['kind'] | null,
        state: search.get('state') as DataRequest['state'] | null,
        cursor: search.get('cursor'),
      },
    },
  });
  return (
    <AdminPage
      title={t('place.data-requests')}
      lead={t('requests.lead')}
      actions={
        can('data_request.record') ? (
          <ButtonLink weight="main" to={`${REQUESTS}/new`}>
            {t('requests.new')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters
          filters={[
            {
              key: 'state',
              label: t('requests.state'),
              choices: STATES.map((value) => ({ value, label: t(`words:dataRequestState.${value}`) })),
            },
            {
              key: 'kind',
              label: t('requests.kind'),
              choices: KINDS.map((value) => ({ value, label: t(`words:dataRequestKind.${value}`) })),
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('place.data-requests')}
          rowKey={({ id }) => id}
          empty={t('requests.none')}
          emptyText={t('requests.noneText')}
          columns={[
            {
              key: 'who',
              heading: t('requests.who'),
              isRowHeading: true,
              cell: ({ id, requester }: DataRequest) => (
                <Link to={`${REQUESTS}/${id}`}>
                  <Name>{requester.name ?? t('words:absence.erased')}</Name>
                </Link>
              ),
            },
            {
              key: 'kind',
              heading: t('requests.kind'),
              cell: ({ kind }) => t(`words:dataRequestKind.${kind}`),
            },
            {
              key: 'state',
              heading: t('requests.state'),
              cell: ({ state }) => t(`words:dataRequestState.${state}`),
            },
            {
              key: 'due',
              heading: t('requests.due'),
              cell: ({ dueOn, overdue }) => (
                <>
                  {formatDay(dueOn, language)}{' '}
                  {overdue ? <Badge tone="late">{t('requests.overdue')}</Badge> : null}
                </>
              ),
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}

interface RequestForm {
  readonly kind: Body['kind'];
  readonly receivedOn: string;
  readonly name: string;
  readonly contact: string | null;
  readonly words: string | null;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly how: (typeof CHECKS)[number] | null;
  readonly on: string | null;
}

/** A request that came in, also of somebody without an account. */
export function NewDataRequestPage() {
  const { t } = useTranslation(['admin', 'words']);
  const client = useClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  return (
    <AdminPage title={t('requests.new')} list={{ to: REQUESTS, name: t('place.data-requests') }}>
      <RecordForm
        record={null}
        initial={{ kind: 'access' }}
        fields={[
          {
            key: 'kind',
            kind: 'choice',
            label: t('requests.kind'),
            choices: KINDS.map((value) => ({ value, label: t(`words:dataRequestKind.${value}`) })),
          },
          { key: 'receivedOn', kind: 'date', label: t('requests.received') },
          { key: 'name', kind: 'text', label: t('requests.who'), maxLength: 200 },
          { key: 'contact', kind: 'text', label: t('requests.contact'), optional: true },
          { key: 'words', kind: 'area', label: t('requests.words'), optional: true },
          {
            key: 'personId',
            kind: 'code',
            label: t('requests.personId'),
            hint: t('requests.personIdHint'),
            optional: true,
          },
          { key: 'accountId', kind: 'code', label: t('requests.accountId'), optional: true },
          {
            key: 'how',
            kind: 'choice',
            label: t('requests.check'),
            none: t('requests.unchecked'),
            optional: true,
            choices: CHECKS.map((value) => ({ value, label: t(`words:identityProof.${value}`) })),
          },
          { key: 'on', kind: 'date', label: t('requests.checkedOn'), optional: true },
        ]}
        send={(typed: RequestForm) => {
          const body = bodyOf(typed);
          return client.POST('/api/v1/data-requests', { params: { header: keyOf(body) }, body });
        }}
        onSaved={({ data }) => data && void navigate(`${REQUESTS}/${data.id}`)}
        onCancel={() => void navigate(REQUESTS)}
      />
    </AdminPage>
  );
}

function bodyOf({ name, contact, words, how, on, ...same }: RequestForm): Body {
  return {
    ...same,
    requester: { name: name ?? '', contact: contact ?? null, words: words ?? null },
    ...(how ? { identityCheck: { how, on: on ?? '' } } : {}),
  };
}
