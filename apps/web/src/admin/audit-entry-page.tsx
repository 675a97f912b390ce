import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { useActionInWords } from '@/records/action-in-words';
import { Changes } from '@/records/changes';
import { Actor } from '@/records/history-section';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Entry = components['schemas']['FoundAuditEntryResponse'];

/** One entry as it was written, and its place in the chain. */
export function AuditEntryPage() {
  const { t } = useTranslation('admin');
  const inWords = useActionInWords();
  const { id = '' } = useParams();
  const query = useApi().useQuery('get', '/api/v1/audit/{id}', { params: { path: { id } } });
  return (
    <AdminPage
      title={query.data ? inWords(query.data.action) : t('place.audit')}
      list={{ to: '/staff/admin/audit', name: t('place.audit') }}
    >
      <Loaded query={query}>
        {(entry) => (
          <>
            <EntryFacts entry={entry} />
            <section className="section">
              <h2>{t('audit.payload')}</h2>
              <Changes payload={entry.payload} />
              <pre className="record-json" dir="ltr" tabIndex={0}>
                {JSON.stringify(entry.payload, null, 2)}
              </pre>
              {entry.personalValues.length > 0 ? <PersonalValues entry={entry} /> : null}
            </section>
            <Chain entry={entry} />
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  return (
    <Facts>
      <Fact name={t('audit.when')}>{formatInstant(entry.at, language)}</Fact>
      <Fact name={t('audit.recorded')}>{formatInstant(entry.recordedAt, language)}</Fact>
      <Fact name={t('audit.who')}>
        <Actor entry={entry} />
      </Fact>
      <Fact name={t('audit.action')}>
        <code dir="ltr">{entry.action}</code>
      </Fact>
      <Fact name={t('audit.subject')}>
        <code className="digest" dir="ltr">
          {entry.subjectType} {entry.subjectId}
        </code>{' '}
        <Link to={`/staff/admin/audit?subjectId=${entry.subjectId}`}>{t('audit.allOfSubject')}</Link>
      </Fact>
      {entry.reason ? (
        <Fact name={t('audit.reason')}>
          <Name>{entry.reason}</Name>
        </Fact>
      ) : null}
      <Fact name={t('audit.address')}>
        {entry.address ? <Name>{entry.address}</Name> : t('audit.noAddress')}
      </Fact>
      <Fact name={t('audit.request')}>
        {entry.requestId ? (
          <code className="digest" dir="ltr">
            {entry.requestId}
          </code>
        ) : (
          t('audit.noRequest')
        )}
      </Fact>
    </Facts>
  );
}

function PersonalValues({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['admin', 'words']);
  return (
    <>
      <h3>{t('audit.personal')}</h3>
      <p className="small muted">{t('audit.personalText')}</p>
      <Facts>
        {entry.personalValues.map(({ pointer, value }) => (
          <Fact key={pointer} name={<code dir="ltr">{pointer}</code>}>
            {value === null ? t('words:absence.erased') : <Name>{value}</Name>}
          </Fact>
        ))}
      </Facts>
    </>
  );
}

function Chain({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const digests = [
    ['entry', entry.entrySha256],
    ['previous', entry.previousSha256],
    ['link', entry.linkSha256],
  ] as const;
  return (
    <section className="section">
      <h2>{t('audit.chain')}</h2>
      {entry.sequence === null ? (
        <p>{t('audit.notYetSealed')}</p>
      ) : (
        <Facts>
          <Fact name={t('audit.number')}>{formatNumber(entry.sequence, language)}</Fact>
          {entry.sealedAt ? (
            <Fact name={t('audit.sealedAt')}>{formatInstant(entry.sealedAt, language)}</Fact>
          ) : null}
          {digests.map(([name, digest]) => (
            <Fact key={name} name={t(`audit.digest.${name}`)}>
              {digest ? (
                <code className="digest" dir="ltr">
                  {digest}
                </code>
              ) : (
                t('audit.first')
              )}
            </Fact>
          ))}
        </Facts>
      )}
    </section>
  );
}
