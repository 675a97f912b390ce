import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { useSession } from '@/app/session';
import type { RecordField } from '@/records/fields';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { RecordFrame } from './record-frame';
import { hostOf, isWebAddress } from './web-address';

type Source = components['schemas']['SourceResponse'];
type SourceBody = components['schemas']['RecordSourceRequest'];

/** One source. */
export function SourcePage() {
  const { t } = useTranslation('people');
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [correcting, setCorrecting] = useState(false);
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/sources/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/sources/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  return (
    <RecordFrame
      list="sources"
      title={query.data ? (query.data.title ?? hostOf(query.data.url)) : t('sources.title')}
      actions={
        can('source.correct') && !correcting ? (
          <Button onClick={() => setCorrecting(true)}>{t('correct')}</Button>
        ) : null
      }
    >
      <Loaded query={query}>
        {(source) =>
          correcting ? (
            <CorrectSource source={source} onClose={() => setCorrecting(false)} />
          ) : (
            <SourceFacts source={source} />
          )
        }
      </Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </RecordFrame>
  );
}

function SourceFacts({ source }: { readonly source: Source }) {
  const { t } = useTranslation(['people', 'words']);
  const told = (value: string | null) => (value ? <Name>{value}</Name> : t('words:absence.not_stated'));
  return (
    <Facts>
      <Fact name={t('sources.url')}>
        {isWebAddress(source.url) ? (
          <a href={source.url} rel="noreferrer" dir="ltr">
            {source.url}
          </a>
        ) : (
          <Name>{source.url}</Name>
        )}
      </Fact>
      <Fact name={t('sources.name')}>{told(source.title)}</Fact>
      <Fact name={t('sources.publisher')}>{told(source.publisher)}</Fact>
      <Fact name={t('sources.publishedOn')}>{told(source.publishedOn)}</Fact>
      <Fact name={t('sources.language')}>{told(source.language)}</Fact>
      <Fact name={t('note')}>{source.note ? <Name>{source.note}</Name> : t('noNote')}</Fact>
    </Facts>
  );
}

function useSourceFields(): readonly RecordField<SourceBody>[] {
  const { t } = useTranslation('people');
  return [
    { key: 'url', kind: 'code', label: t('sources.url'), maxLength: 2000 },
    { key: 'title', kind: 'text', label: t('sources.name'), optional: true },
    { key: 'publisher', kind: 'text', label: t('sources.publisher'), optional: true },
    {
      key: 'publishedOn',
      kind: 'code',
      label: t('sources.publishedOn'),
      hint: t('sources.publishedOnHint'),
      optional: true,
    },
    {
      key: 'language',
      kind: 'code',
      label: t('sources.language'),
      hint: t('sources.languageHint'),
      maxLength: 2,
      optional: true,
    },
    { key: 'note', kind: 'area', label: t('note'), optional: true },
  ];
}

function CorrectSource({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const client = useClient();
  const fields = useSourceFields();
  return (
    <RecordForm
      fields={fields}
      record={source}
      send={(body) =>
        client.PATCH('/api/v1/sources/{id}', {
          params: { path: { id: source.id }, header: { 'If-Match': `"${source.revision}"` } },
          body,
        })
      }
      onSaved={onClose}
      onCancel={onClose}
    />
  );
}

/** A source that is to be. */
export function NewSourcePage() {
  const { t } = useTranslation('people');
  const client = useClient();
  const navigate = useNavigate();
  const fields = useSourceFields();
  const keyOf = useIdempotencyKey();
  return (
    <RecordFrame list="sources" title={t('sources.new')}>
      <RecordForm
        fields={fields}
        record={null}
        send={(body: SourceBody) => client.POST('/api/v1/sources', { params: { header: keyOf(body) }, body })}
        onSaved={({ data }) => data && void navigate(`/staff/sources/${data.id}`)}
        onCancel={() => void navigate('/staff/sources')}
      />
    </RecordFrame>
  );
}
