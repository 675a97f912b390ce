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
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Invitation = components['schemas']['InvitationResponse'];

const STATES = ['awaiting_confirmation', 'open', 'accepted', 'withdrawn', 'expired'] as const;

/** Who was invited, and what came of it. */
export function InvitationsPage() {
  const { t } = useTranslation(['admin', 'words']);
  const { can } = useSession();
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/invitations',
    {
      params: {
        query: {
          state: search.get('state') as Invitation['state'] | null,
          organisationId: search.get('organisationId'),
          cursor: search.get('cursor'),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <AdminPage
      title={t('place.invitations')}
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
            {
              key: 'state',
              label: t('invitations.state'),
              choices: STATES.map((value) => ({ value, label: t(`words:invitationState.${value}`) })),
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('place.invitations')}
          rowKey={({ id }) => id}
          empty={t('invitations.none')}
          emptyText={t('invitations.noneText')}
          columns={[
            {
              key: 'who',
              heading: t('invitations.who'),
              isRowHeading: true,
              cell: (invitation: Invitation) => (
                <>
                  <Link to={`/staff/admin/invitations/${invitation.id}`}>
                    <Name>{invitation.name ?? invitation.email ?? t('invitations.erased')}</Name>
                  </Link>
                  <br />
                  <small className="muted">{invitation.email ? <Name>{invitation.email}</Name> : null}</small>
                </>
              ),
            },
            {
              key: 'what',
              heading: t('accounts.roles'),
              cell: ({ grants, organisation }) => (
                <>
                  <GrantList grants={grants} />
                  {organisation ? (
                    <small className="muted">
                      <Text of={organisation.names} />
                    </small>
                  ) : null}
                </>
              ),
            },
            {
              key: 'state',
              heading: t('invitations.state'),
              cell: ({ state }) => <InvitationState state={state} />,
            },
            {
              key: 'issued',
              heading: t('invitations.issued'),
              cell: ({ issuedAt }) => formatInstant(issuedAt, language),
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}

const TONES = {
  awaiting_confirmation: 'attention',
  open: 'plain',
  accepted: 'good',
  withdrawn: 'plain',
  expired: 'late',
} as const;

export function InvitationState({ state }: { readonly state: Invitation['state'] }) {
  const { t } = useTranslation('words');
  return <Badge tone={TONES[state]}>{t(`invitationState.${state}`)}</Badge>;
}
