import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatInstant } from '@/formats/dates';
import { GraveButton } from '@/records/grave-button';
import { OrganisationName } from '@/review/names';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';

/** Invitations that may still become an account. */
const LIVE: readonly string[] = ['awaiting_confirmation', 'open'];

/** Who acts for the organisation, and who is invited to. */
export function PeoplePage() {
  const { t } = useTranslation('portal');
  const { can } = useSession();
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        can('invitation.issue') ? (
          <ButtonLink to="/portal/people/invite" weight="main">
            {t('people.invite')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack-loose">
        <Colleagues />
        <Invitations />
      </div>
    </Page>
  );
}

function Colleagues() {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const { account } = useSession();
  const colleagues = useApi().useQuery('get', '/api/v1/me/colleagues', {
    params: { query: { limit: 100 } },
  });
  return (
    <section className="section">
      <h2>{t('people.who')}</h2>
      <Loaded query={colleagues} lines={4}>
        {({ items }) => (
          <Table
            caption={t('people.who')}
            captionHidden
            rows={items}
            rowKey={({ accountId, organisationId, role }) => `${accountId} ${organisationId} ${role}`}
            columns={[
              {
                key: 'name',
                heading: t('people.person'),
                isRowHeading: true,
                cell: ({ accountId, name, email, active }) => (
                  <>
                    <Name>{name ?? email}</Name> {accountId === account.id ? t('people.you') : null}
                    {active ? null : <Badge>{t('people.closed')}</Badge>}
                    <small className="muted line">
                      <Name>{email}</Name>
                    </small>
                  </>
                ),
              },
              {
                key: 'role',
                heading: t('people.may'),
                cell: ({ role, organisationId }) => (
                  <>
                    {word('role', role)}
                    <small className="muted line">
                      <OrganisationName id={organisationId} />
                    </small>
                  </>
                ),
              },
              {
                key: 'since',
                heading: t('people.since'),
                cell: ({ since }) => formatInstant(since, language),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

function Invitations() {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const client = useClient();
  const { can } = useSession();
  const invitations = useApi().useQuery('get', '/api/v1/invitations', {
    params: { query: { limit: 100 } },
  });
  return (
    <section className="section">
      <h2>{t('people.invited')}</h2>
      <Loaded query={invitations} lines={3}>
        {({ items }) => {
          const live = items.filter(({ state }) => LIVE.includes(state));
          if (live.length === 0) return <Empty title={t('people.nobodyInvited')} />;
          return (
            <Table
              caption={t('people.invited')}
              captionHidden
              rows={live}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'who',
                  heading: t('people.person'),
                  isRowHeading: true,
                  cell: ({ name, email, organisation }) => (
                    <>
                      <Name>{name ?? email ?? ''}</Name>
                      <small className="muted line">
                        <Name>{email ?? ''}</Name>
                      </small>
                      {organisation ? (
                        <small className="muted line">
                          <Text of={organisation.names} />
                        </small>
                      ) : null}
                    </>
                  ),
                },
                {
                  key: 'role',
                  heading: t('people.may'),
                  cell: ({ grants, state }) => (
                    <>
                      {grants.map(({ role }) => word('role', role)).join(', ')}
                      <small className="line">
                        <Badge>{word('invitationState', state)}</Badge>
                      </small>
                    </>
                  ),
                },
                {
                  key: 'until',
                  heading: t('people.until'),
                  cell: ({ expiresAt }) => formatInstant(expiresAt, language),
                },
                {
                  key: 'withdraw',
                  heading: t('people.withdrawing'),
                  cell: ({ id, grants, email }) =>
                    // A representative was invited by the administration, which alone takes that back.
                    can('invitation.change') && grants.every(({ role }) => role === 'investor_editor') ? (
                      <GraveButton
                        label={t('people.withdraw')}
                        text={t('people.withdrawText', { who: email ?? '' })}
                        send={() => client.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })}
                      />
                    ) : (
                      <span className="muted">{t('people.byTheMinistry')}</span>
                    ),
                },
              ]}
            />
          );
        }}
      </Loaded>
    </section>
  );
}
