import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { GrantList } from '@/account/grant-list';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatInstant } from '@/formats/dates';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { ROLES } from './roles';

type Account = components['schemas']['AccountRecordResponse'];

/** Everybody who can sign in, or could. */
export function AccountsPage() {
  const { t } = useTranslation(['admin', 'words']);
  const { can } = useSession();
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/accounts',
    {
      params: {
        query: {
          q: search.get('q'),
          role: search.get('role') as 'officer' | null,
          kind: search.get('kind') as 'staff' | null,
          active: activeOf(search.get('active')),
          cursor: search.get('cursor'),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <AdminPage
      title={t('place.accounts')}
      actions={
        can('account.invite') ? (
          <ButtonLink weight="main" to="/staff/admin/invitations/new">
            {t('invite.title')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters
          filters={[
            { key: 'q', label: t('accounts.search') },
            {
              key: 'role',
              label: t('accounts.role'),
              choices: ROLES.map((value) => ({ value, label: t(`words:role.${value}`) })),
            },
            {
              key: 'active',
              label: t('accounts.state'),
              choices: [
                { value: 'true', label: t('accounts.open') },
                { value: 'false', label: t('accounts.closed') },
              ],
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('place.accounts')}
          rowKey={({ id }) => id}
          empty={t('accounts.none')}
          columns={[
            {
              key: 'name',
              heading: t('accounts.name'),
              isRowHeading: true,
              cell: (account: Account) => (
                <>
                  <Link to={`/staff/admin/accounts/${account.id}`}>
                    <Name>{account.name ?? account.email}</Name>
                  </Link>
                  <br />
                  <small className="muted">
                    <Name>{account.email}</Name>
                  </small>
                </>
              ),
            },
            {
              key: 'roles',
              heading: t('accounts.roles'),
              cell: ({ grants, providerGrants }) => <GrantList grants={[...grants, ...providerGrants]} />,
            },
            { key: 'state', heading: t('accounts.state'), cell: (account) => <AccountState of={account} /> },
            {
              key: 'seen',
              heading: t('accounts.lastSeen'),
              cell: ({ lastSeenAt }) =>
                lastSeenAt ? formatInstant(lastSeenAt, language) : t('accounts.noSession'),
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}

function activeOf(asked: string | null): boolean | null {
  return asked === 'true' ? true : asked === 'false' ? false : null;
}

/** Open or closed, and what else should be known of an account at once. */
export function AccountState({ of: account }: { readonly of: Account }) {
  const { t } = useTranslation('admin');
  return (
    <span className="row">
      {account.erased ? <Badge>{t('accounts.erased')}</Badge> : null}
      {!account.erased && account.active ? <Badge tone="good">{t('accounts.open')}</Badge> : null}
      {!account.erased && !account.active ? <Badge tone="late">{t('accounts.closed')}</Badge> : null}
      {account.demonstration ? <Badge tone="attention">{t('accounts.demonstration')}</Badge> : null}
      {account.secondFactor ? <Badge>{t('accounts.factor')}</Badge> : null}
    </span>
  );
}
