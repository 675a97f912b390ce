import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { offersOf } from '@/records/offers';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import type { RecordField } from '@/records/fields';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Text, useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { DelegationSection } from './delegation-section';
import { PersonOf } from './positions-page';
import { useStaffChoices } from './staff-choices';

type Position = components['schemas']['ShownPositionResponse'];
type PositionBody = components['schemas']['PositionRequest'];

/** One position: who acts in it today, who stands in, what is above it. */
export function PositionPage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/positions/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/positions/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  return (
    <AdminPage
      title={text(query.data?.names) || t('place.positions')}
      list={{ to: '/staff/admin/positions', name: t('place.positions') }}
    >
      <Loaded query={query}>
        {(position) => (
          <>
            <PositionFacts position={position} />
            {offersOf(position).allows('delegate') ? (
              <DelegationSection key={position.revision} position={position} />
            ) : null}
            {offersOf(position).allows('change') ? <ChangePosition position={position} /> : null}
          </>
        )}
      </Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </AdminPage>
  );
}

function PositionFacts({ position }: { readonly position: Position }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { actsToday, holder, delegate, superior, agreementsOwned, id } = position;
  return (
    <Facts>
      <Fact name={t('positions.actsToday')}>
        {actsToday ? <PersonOf account={actsToday.account} /> : t('positions.nobody')}
      </Fact>
      <Fact name={t('positions.holder')}>
        {holder ? <PersonOf account={holder} /> : t('positions.vacant')}
      </Fact>
      <Fact name={t('positions.delegate')}>
        {delegate ? (
          <>
            <PersonOf account={delegate.account} />
            <br />
            <span className="muted">
              {t('positions.fromUntil', {
                from: formatDay(delegate.from, language),
                until: formatDay(delegate.until, language),
              })}
            </span>
          </>
        ) : (
          t('positions.noDelegate')
        )}
      </Fact>
      <Fact name={t('positions.superior')}>
        {superior ? (
          <Link to={`/staff/admin/positions/${superior.id}`}>
            <Text of={superior.names} />
          </Link>
        ) : (
          t('positions.noSuperior')
        )}
      </Fact>
      <Fact name={t('positions.owned')}>
        <Link to={`/staff/agreements?owner=${id}`}>{formatNumber(agreementsOwned, language)}</Link>
      </Fact>
    </Facts>
  );
}

/** Names, superior and holder. */
function usePositionFields(own: string | null): readonly RecordField<PositionBody>[] {
  const { t } = useTranslation('admin');
  const text = useText();
  const staff = useStaffChoices();
  const { data } = useApi().useQuery('get', '/api/v1/positions', { params: { query: { limit: 100 } } });
  const positions = (data?.items ?? [])
    .filter(({ id }) => id !== own)
    .map(({ id, names }) => ({ value: id, label: text(names) }));
  return [
    { key: 'names', kind: 'texts', label: t('positions.names'), hint: t('positions.namesHint') },
    {
      key: 'holderAccountId',
      kind: 'choice',
      label: t('positions.holder'),
      choices: staff,
      none: t('positions.vacant'),
      optional: true,
    },
    {
      key: 'superiorId',
      kind: 'choice',
      label: t('positions.superior'),
      choices: positions,
      none: t('positions.noSuperior'),
      optional: true,
    },
  ];
}

function ChangePosition({ position }: { readonly position: Position }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const fields = usePositionFields(position.id);
  const record = {
    names: position.names,
    holderAccountId: position.holder?.id ?? null,
    superiorId: position.superior?.id ?? null,
  };
  return (
    <section className="section">
      <h2>{t('positions.change')}</h2>
      <RecordForm
        fields={fields}
        record={record}
        send={(body) =>
          client.PATCH('/api/v1/positions/{id}', {
            params: { path: { id: position.id }, header: { 'If-Match': `"${position.revision}"` } },
            body,
          })
        }
      />
    </section>
  );
}

/** A position that is to be. */
export function NewPositionPage() {
  const { t } = useTranslation('admin');
  const client = useClient();
  const navigate = useNavigate();
  const fields = usePositionFields(null);
  const keyOf = useIdempotencyKey();
  return (
    <AdminPage
      title={t('positions.make')}
      list={{ to: '/staff/admin/positions', name: t('place.positions') }}
    >
      <RecordForm
        fields={fields}
        record={null}
        send={(body: PositionBody) =>
          client.POST('/api/v1/positions', { params: { header: keyOf(body) }, body })
        }
        onSaved={({ data }) => data && void navigate(`/staff/admin/positions/${data.id}`)}
        onCancel={() => void navigate('/staff/admin/positions')}
      />
    </AdminPage>
  );
}
