import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { GrantList } from '@/account/grant-list';
import { LANGUAGES, LANGUAGE_NAMES } from '@/app/languages';
import { useApi, useClient, useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { GraveButton } from '@/records/grave-button';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { offersOf } from '@/records/offers';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AccountState } from './accounts-page';
import { AdminPage } from './admin-page';
import { type DraftGrant, GrantsEditor, grantBodies } from './grants-editor';

type Account = components['schemas']['ShownAccountResponse'];
type Change = components['schemas']['AccountChangeRequest'];

/** One account: whose it is, what it may, what is open of it, and what was done to it. */
export function AccountRecordPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/accounts/{id}', { params: { path: { id } } });
  const history = api.useQuery('get', '/api/v1/accounts/{id}/history', {
    params: { path: { id }, query: { cursor: search.get('cursor') } },
  });
  const name = query.data?.name ?? query.data?.email ?? t('place.accounts');
  return (
    <AdminPage title={name} list={{ to: '/staff/admin/accounts', name: t('place.accounts') }}>
      <Loaded query={query}>
        {(account) => (
          <>
            <AccountFacts account={account} />
            <AccountActions account={account} />
          </>
        )}
      </Loaded>
      <HistorySection query={history} />
    </AdminPage>
  );
}

function AccountFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['admin', 'words']);
  const language = useLanguage();
  return (
    <Facts>
      <Fact name={t('accounts.state')}>
        <AccountState of={account} />
      </Fact>
      <Fact name={t('accounts.email')}>
        <Name>{account.email}</Name>
      </Fact>
      <Fact name={t('accounts.language')}>{LANGUAGE_NAMES[account.language]}</Fact>
      <Fact name={t('accounts.roles')}>
        <GrantList grants={account.grants} />
      </Fact>
      {account.providerGrants.length > 0 ? (
        <Fact name={t('accounts.providerRoles')}>
          <GrantList grants={account.providerGrants} />
        </Fact>
      ) : null}
      <Fact name={t('accounts.since')}>{formatInstant(account.createdAt, language)}</Fact>
      <Fact name={t('accounts.lastSeen')}>
        {account.lastSeenAt ? formatInstant(account.lastSeenAt, language) : t('accounts.noSession')}
      </Fact>
    </Facts>
  );
}

function AccountActions({ account }: { readonly account: Account }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const offers = offersOf(account);
  const path = { id: account.id };
  const header = { 'If-Match': `"${account.revision}"` };
  const change = account.active ? 'close' : 'reopen';
  if (!['rename', 'end_sessions', change].some(offers.shows)) return null;
  return (
    <>
      {offers.allows('rename') ? (
        <ChangeAccount account={account} fixedGrants={offers.hindrance('change_grants')} />
      ) : (
        <Notice title={offers.hindrance('rename')} />
      )}
      <section className="section">
        <h2>{t('account.access')}</h2>
        <div className="actions">
          {offers.shows('end_sessions') ? (
            <GraveButton
              label={t('account.endSessions')}
              text={t('account.endSessionsText')}
              hindrance={offers.hindrance('end_sessions')}
              send={() => client.DELETE('/api/v1/accounts/{id}/sessions', { params: { path } })}
            />
          ) : null}
          {offers.shows('reset_second_factor') ? (
            <GraveButton
              label={t('account.resetFactor')}
              text={t('account.resetFactorText')}
              hindrance={offers.hindrance('reset_second_factor')}
              send={() => client.DELETE('/api/v1/accounts/{id}/second-factor', { params: { path } })}
            />
          ) : null}
          {offers.shows(change) ? (
            <GraveButton
              label={t(`account.${change}`)}
              text={t(`account.${change}Text`)}
              hindrance={offers.hindrance(change)}
              send={() =>
                client.PATCH('/api/v1/accounts/{id}', {
                  params: { path, header },
                  body: { active: !account.active },
                })
              }
            />
          ) : null}
        </div>
      </section>
    </>
  );
}

function ChangeAccount({
  account,
  fixedGrants,
}: {
  readonly account: Account;
  /** Why the roles stay as they are; null when they may be changed. */
  readonly fixedGrants: string | null;
}) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const [grants, setGrants] = useState<readonly DraftGrant[] | null>(null);
  const isStaff = account.kind === 'staff';
  const edited = grants ?? (account.grants as readonly DraftGrant[]);
  return (
    <section className="section">
      <h2>{t('account.change')}</h2>
      <RecordForm<Change, { error?: unknown; response: Response }>
        record={account}
        fields={[
          { key: 'name', kind: 'text', label: t('accounts.name'), maxLength: 200 },
          {
            key: 'language',
            kind: 'choice',
            label: t('accounts.language'),
            choices: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          },
        ]}
        more={grants ? { grants: grantBodies(grants) } : {}}
        send={(body) =>
          client.PATCH('/api/v1/accounts/{id}', {
            params: { path: { id: account.id }, header: { 'If-Match': `"${account.revision}"` } },
            body,
          })
        }
        onSaved={() => setGrants(null)}
      >
        {(errors) =>
          !isStaff ? null : fixedGrants ? (
            <p className="muted">{fixedGrants}</p>
          ) : (
            <GrantsEditor grants={edited} onChange={setGrants} errors={errors} />
          )
        }
      </RecordForm>
    </section>
  );
}
