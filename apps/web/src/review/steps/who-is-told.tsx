import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { Name, Text } from '@/ui/text';
import type { AgreementRecord } from '../draft/draft-page';
import type { Effect } from '../effects/effects-table';
import type { LegalAction } from './step-form';

/** News of a step is sent once it is planned: the page looks for the mails while it is open. */
const LOOK_EVERY = 10_000;
const TOPICS: readonly string[] = ['agreement_suspended', 'agreement_resumed', 'deadline_moved', 'several'];

/** Whom the register writes to about a step, and what went out. */
export function WhoIsTold({
  record,
  action,
  effects,
}: {
  readonly record: AgreementRecord;
  readonly action: LegalAction;
  readonly effects: readonly Effect[];
}) {
  const { t } = useTranslation('review');
  const isNews =
    action === 'suspend' || action === 'resume' || effects.some(({ area }) => area === 'deadline');
  if (!isNews) {
    return (
      <section className="section">
        <h2>{t('told.title')}</h2>
        <p className="prose">{t('told.nobody')}</p>
      </section>
    );
  }
  const owing = new Set(record.commitments.map(({ obligorPartyId }) => obligorPartyId));
  const obligors = record.parties.filter(({ id }) => owing.has(id));
  return (
    <section className="section">
      <h2>{t('told.title')}</h2>
      <p className="prose">{t('told.text')}</p>
      <ul>
        <li>
          {record.owner ? <Text of={record.owner.names} /> : t('told.noOwner')}
          <small className="muted block">{t('told.owner')}</small>
        </li>
        {obligors.map(({ id, organisationId, names }) => (
          <li key={id}>
            <Text of={names} />
            {organisationId ? <Contacts organisationId={organisationId} /> : null}
          </li>
        ))}
      </ul>
      <SentMails agreementId={record.id} />
    </section>
  );
}

function Contacts({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('review');
  const { data } = useApi().useQuery(
    'get',
    '/api/v1/organisations/{id}',
    { params: { path: { id: organisationId } } },
    { staleTime: 300_000, retry: false },
  );
  if (!data) return null;
  const { length } = data.reportingContacts;
  return (
    <small className="muted block">
      {length === 0 ? t('told.noContact') : t('told.contacts', { count: length })}
    </small>
  );
}

function SentMails({ agreementId }: { readonly agreementId: string }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { data } = useApi().useQuery(
    'get',
    '/api/v1/outbox',
    { params: { query: { limit: 50 } } },
    { retry: false, refetchInterval: LOOK_EVERY },
  );
  const about = (data?.items ?? []).filter(
    ({ topic, messages }) =>
      TOPICS.includes(topic) && messages.some(({ agreement }) => agreement.id === agreementId),
  );
  if (!data) return null;
  if (about.length === 0) return <p className="muted">{t('told.waiting')}</p>;
  return (
    <>
      <h3>{t('told.sent')}</h3>
      <ul>
        {about.map(({ messageId, to, subject, sentAt }) => (
          <li key={messageId}>
            <Name>{subject}</Name>
            <small className="muted block">
              {formatInstant(sentAt, language)} · <bdi>{to.join(', ')}</bdi>
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
