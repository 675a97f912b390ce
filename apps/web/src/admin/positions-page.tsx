import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatShortDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Position = components['schemas']['PositionResponse'];

/** Positions own agreements; people come and go in them. */
export function PositionsPage() {
  const { t } = useTranslation('admin');
  const { can } = useSession();
  const language = useLanguage();
  const [search] = useSearchParams();
  const held = search.get('held');
  const query = useApi().useQuery(
    'get',
    '/api/v1/positions',
    {
      params: {
        query: {
          q: search.get('q'),
          held: held === 'true' ? true : held === 'false' ? false : null,
          cursor: search.get('cursor'),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <AdminPage
      title={t('place.positions')}
      lead={t('positions.lead')}
      actions={
        can('position.change') ? (
          <ButtonLink weight="main" to="/staff/admin/positions/new">
            {t('positions.make')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters
          filters={[
            { key: 'q', label: t('positions.search') },
            {
              key: 'held',
              label: t('positions.holder'),
              choices: [
                { value: 'true', label: t('positions.held') },
                { value: 'false', label: t('positions.vacant') },
              ],
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('place.positions')}
          rowKey={({ id }) => id}
          empty={t('positions.none')}
          columns={[
            {
              key: 'name',
              heading: t('positions.name'),
              isRowHeading: true,
              cell: ({ id, names }: Position) => (
                <Link to={`/staff/admin/positions/${id}`}>
                  <Text of={names} />
                </Link>
              ),
            },
            {
              key: 'holder',
              heading: t('positions.holder'),
              cell: ({ holder }) =>
                holder ? (
                  <PersonOf account={holder} />
                ) : (
                  <Badge tone="attention">{t('positions.vacant')}</Badge>
                ),
            },
            {
              key: 'delegate',
              heading: t('positions.delegate'),
              cell: ({ delegate }) =>
                delegate ? (
                  <>
                    <PersonOf account={delegate.account} />
                    <br />
                    <small className="muted">
                      {t('positions.fromUntil', {
                        from: formatShortDay(delegate.from, language),
                        until: formatShortDay(delegate.until, language),
                      })}
                    </small>
                  </>
                ) : (
                  t('positions.noDelegate')
                ),
            },
            {
              key: 'superior',
              heading: t('positions.superior'),
              cell: ({ superior }) => (superior ? <Text of={superior.names} /> : t('positions.noSuperior')),
            },
            {
              key: 'owned',
              heading: t('positions.owned'),
              numeric: true,
              cell: ({ agreementsOwned }) => formatNumber(agreementsOwned, language),
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}

/** Who is meant, and whether their account is closed. */
export function PersonOf({
  account,
}: {
  readonly account: components['schemas']['PositionAccountResponse'];
}) {
  const { t } = useTranslation('admin');
  return (
    <>
      {account.name ? <Name>{account.name}</Name> : t('positions.unnamed')}{' '}
      {account.active ? null : <Badge tone="late">{t('accounts.closed')}</Badge>}
    </>
  );
}
