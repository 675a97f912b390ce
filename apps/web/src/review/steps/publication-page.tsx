import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { AgreementRecord } from '../draft/draft-page';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { useAfterDecision } from '../queue/use-queue';
import { Refusal } from '../refusal';
import './steps.css';

/** Whether the public reads an agreement: what would become public, and the decision. */
export function PublicationPage() {
  const { t } = useTranslation('review');
  const text = useText();
  const { id = '' } = useParams();
  const record = useApi().useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  return (
    <Page
      title={`${t('publication.name')} · ${text(record.data?.title)}`}
      heading={t('publication.name')}
      above={<QueueBar />}
      lead={
        record.data ? (
          <>
            <Link to={`/staff/agreements/${id}`}>
              <Text of={record.data.title} />
            </Link>{' '}
            <Name>{record.data.reference}</Name>
          </>
        ) : null
      }
    >
      <div className="stack-loose">
        <JustDone />
        <Loaded query={record} lines={6}>
          {(agreement) => <Publication key={String(agreement.published)} record={agreement} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Publication({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const language = useLanguage();
  const refresh = useRefresh();
  const afterDecision = useAfterDecision();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const publish = useApi().useMutation('post', '/api/v1/agreements/{id}/publication');
  const action = record.published ? 'unpublish' : 'publish';
  const offer = record.allowedActions.find((one) => one.action === action);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) {
      setMissing(true);
      document.getElementById('field-reason')?.focus();
      return;
    }
    publish.mutate(
      {
        params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
        body: { action, reason: reason.trim() },
      },
      {
        onSuccess: () =>
          void afterDecision(
            {
              said: t(`publication.done.${action}`, { title: text(record.title) }),
              links: [{ to: `/staff/agreements/${record.id}`, name: t('toRecord') }],
            },
            `/staff/agreements/${record.id}/steps/publication`,
          ),
      },
    );
  };
  return (
    <>
      <p>
        <Badge tone={record.published ? 'good' : 'plain'}>
          {record.published ? t('publication.isPublic') : t('publication.isNotPublic')}
        </Badge>{' '}
        {record.published ? (
          <a href={`/${language}/agreements/${encodeURIComponent(record.reference)}`}>
            {t('publication.seePublic')}
          </a>
        ) : null}
      </p>
      <section className="section becomes-public">
        <h2>{record.published ? t('publication.whatIs') : t('publication.what')}</h2>
        <ul>
          {(['promise', 'parties', 'deadlines', 'sources', 'state'] as const).map((one) => (
            <li key={one}>{t(`publication.shows.${one}`)}</li>
          ))}
        </ul>
        <h3>{t('publication.never')}</h3>
        <ul>
          {(['contacts', 'gaps', 'notes', 'files'] as const).map((one) => (
            <li key={one}>{t(`publication.hides.${one}`)}</li>
          ))}
        </ul>
      </section>
      {offer?.allowed ? (
        <form className="decision" noValidate onSubmit={send}>
          <Refusal error={publish.error} onReadAgain={() => refresh().then(() => publish.reset())} />
          {record.published ? <Notice tone="attention" title={t('publication.takenBack')} /> : null}
          <TextArea
            field="reason"
            label={t('decision.reason')}
            error={
              missing && !reason.trim()
                ? t('decision.reasonMissing')
                : (fieldErrorsOf(publish.error).get('reason') ?? null)
            }
            value={reason}
            maxLength={4000}
            onChange={({ target }) => setReason(target.value)}
          />
          <div>
            <Button type="submit" weight={record.published ? 'grave' : 'main'} busy={publish.isPending}>
              {t(`words:publicationAction.${action}`)}
            </Button>
          </div>
        </form>
      ) : (
        <Notice tone="attention" title={t(`words:publicationAction.${action}`)}>
          {offer?.reason ?? t('step.notFromHere')}
        </Notice>
      )}
    </>
  );
}
