import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { LANGUAGE_NAMES, isLanguage } from '@/app/languages';
import { useApi, useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Mail = components['schemas']['SentMailResponse'];

/** Mails that went out, the latest first. */
export function MailsPage() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/outbox', {
    params: { query: { cursor: search.get('cursor') } },
  });
  return (
    <AdminPage title={t('place.mails')} lead={t('mails.lead')}>
      <RecordList
        query={query}
        caption={t('place.mails')}
        rowKey={({ messageId }) => messageId}
        empty={t('mails.none')}
        columns={[
          {
            key: 'subject',
            heading: t('mails.subject'),
            isRowHeading: true,
            cell: (mail: Mail) => <Subject mail={mail} />,
          },
          {
            key: 'to',
            heading: t('mails.to'),
            cell: ({ to }) => (
              <ul className="plain-list">
                {to.map((address) => (
                  <li key={address}>
                    <Name>{address}</Name>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'language',
            heading: t('mails.language'),
            cell: (mail) => (isLanguage(mail.language) ? LANGUAGE_NAMES[mail.language] : mail.language),
          },
          { key: 'sent', heading: t('mails.sent'), cell: ({ sentAt }) => formatInstant(sentAt, language) },
        ]}
      />
    </AdminPage>
  );
}

function Subject({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('admin');
  return (
    <div className="stack-close">
      <Name>{mail.subject}</Name>{' '}
      {mail.carriesLink ? <Badge tone="attention">{t('mails.carriesLink')}</Badge> : null}
      {mail.messages.length > 0 ? (
        <details>
          <summary>{t('mails.tells', { count: mail.messageCount })}</summary>
          <ul>
            {mail.messages.map(({ occurrenceId, agreement }) => (
              <li key={occurrenceId}>
                <Link className="nowrap" to={`/staff/agreements/${agreement.id}`}>
                  {agreement.reference}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {mail.body ? (
        <details>
          <summary>{t('mails.text')}</summary>
          <pre className="record-json" dir="auto" tabIndex={0}>
            {mail.body}
          </pre>
        </details>
      ) : null}
    </div>
  );
}
