import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { GrantList } from '@/account/grant-list';
import { LANGUAGE_NAMES } from '@/app/languages';
import { useApi, useClient, useLanguage, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { formatDay, formatInstant } from '@/formats/dates';
import { GraveButton } from '@/records/grave-button';
import { offersOf } from '@/records/offers';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { InvitationState } from './invitations-page';

type Invitation = components['schemas']['ShownInvitationResponse'];

/** One invitation: confirmed by a second officer, sent again, withdrawn. */
export function InvitationRecordPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const query = useApi().useQuery('get', '/api/v1/invitations/{id}', { params: { path: { id } } });
  const title = query.data?.name ?? query.data?.email ?? t('place.invitations');
  return (
    <AdminPage title={title} list={{ to: '/staff/admin/invitations', name: t('place.invitations') }}>
      <Loaded query={query}>
        {(invitation) => (
          <>
            <InvitationFacts invitation={invitation} />
            <InvitationActions invitation={invitation} />
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}

function InvitationFacts({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation(['admin', 'words']);
  const language = useLanguage();
  const { mail, mandate, organisation } = invitation;
  return (
    <Facts>
      <Fact name={t('invitations.state')}>
        <InvitationState state={invitation.state} />
      </Fact>
      <Fact name={t('accounts.email')}>
        {invitation.email ? <Name>{invitation.email}</Name> : t('words:absence.erased')}
      </Fact>
      <Fact name={t('accounts.language')}>{LANGUAGE_NAMES[invitation.language]}</Fact>
      <Fact name={t('accounts.roles')}>
        <GrantList grants={invitation.grants} />
      </Fact>
      {organisation ? (
        <Fact name={t('words:field.organisation')}>
          <Link to={`/staff/organisations/${organisation.id}`}>
            <Text of={organisation.names} />
          </Link>
        </Fact>
      ) : null}
      {invitation.office ? (
        <Fact name={t('invitations.office')}>
          <Name>{invitation.office}</Name>
        </Fact>
      ) : null}
      {mandate?.document ? (
        <Fact name={t('invitations.mandate')}>
          <Name>{mandate.document.title}</Name>
        </Fact>
      ) : null}
      {mandate?.knownByLetterOf ? (
        <Fact name={t('invitations.mandate')}>
          {t('invitations.letterOf', { day: formatDay(mandate.knownByLetterOf.date, language) })}{' '}
          <Name>{mandate.knownByLetterOf.reference ?? ''}</Name>
        </Fact>
      ) : null}
      <Fact name={t('invitations.issued')}>{formatInstant(invitation.issuedAt, language)}</Fact>
      {invitation.confirmedAt ? (
        <Fact name={t('invitations.confirmed')}>{formatInstant(invitation.confirmedAt, language)}</Fact>
      ) : null}
      <Fact name={t('invitations.expires')}>{formatInstant(invitation.expiresAt, language)}</Fact>
      {invitation.acceptedAt ? (
        <Fact name={t('invitations.accepted')}>{formatInstant(invitation.acceptedAt, language)}</Fact>
      ) : null}
      <Fact name={t('invitations.mail')}>
        {mail ? t(`invitations.mailState.${mail.state}`) : t('invitations.noMail')}
      </Fact>
    </Facts>
  );
}

function InvitationActions({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const [sent, setSent] = useState(false);
  const offers = offersOf(invitation);
  const path = { id: invitation.id };
  if (!['confirm', 'mail', 'withdraw'].some(offers.shows)) return null;
  return (
    <section className="section">
      <h2>{t('invitations.actions')}</h2>
      <ErrorSummary error={error} />
      <div className="actions">
        {offers.shows('confirm') ? (
          <Button
            weight="main"
            busy={busy}
            hindrance={offers.hindrance('confirm')}
            onClick={() =>
              void send(
                () => client.POST('/api/v1/invitations/{id}/confirmation', { params: { path } }),
                () => void refresh(),
              )
            }
          >
            {t('invitations.confirm')}
          </Button>
        ) : null}
        {offers.shows('mail') ? (
          <Button
            busy={busy}
            hindrance={offers.hindrance('mail')}
            onClick={() =>
              void send(
                () => client.POST('/api/v1/invitations/{id}/mail', { params: { path } }),
                () => void refresh().then(() => setSent(true)),
              )
            }
          >
            {t('invitations.again')}
          </Button>
        ) : null}
        <span role="status">{sent ? t('invitations.sentAgain') : ''}</span>
        {offers.shows('withdraw') ? (
          <GraveButton
            label={t('invitations.withdraw')}
            text={t('invitations.withdrawText')}
            hindrance={offers.hindrance('withdraw')}
            send={() => client.DELETE('/api/v1/invitations/{id}', { params: { path } })}
          />
        ) : null}
      </div>
    </section>
  );
}
