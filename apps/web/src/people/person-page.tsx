import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatInstant } from '@/formats/dates';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Badge } from '@/ui/badge';
import { Button, ButtonLink } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { LikelyPersons } from './likely-persons';
import { MergedFrom, MergedInto } from './merged-records';
import { NamesEditor, type PersonName, nameBodies } from './names-editor';
import { RecordFrame } from './record-frame';

type Person = components['schemas']['PersonResponse'];
type PersonBody = components['schemas']['PersonRequest'];

/** One person: names in their spellings, and what was done to the record. */
export function PersonPage() {
  const { t } = useTranslation(['people', 'words']);
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [correcting, setCorrecting] = useState(false);
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/persons/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/persons/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  const merged = query.data?.mergedInto ?? null;
  const erased = query.data?.erasedAt ?? null;
  return (
    <RecordFrame
      list="persons"
      title={query.data ? (query.data.names[0]?.value ?? t('words:absence.erased')) : t('persons.title')}
      actions={
        <>
          {can('person.correct') && !correcting ? (
            <Button
              hindrance={erased ? t('persons.erased') : merged ? t('merge.wasMerged') : null}
              onClick={() => setCorrecting(true)}
            >
              {t('correct')}
            </Button>
          ) : null}
          {can('person.merge') && !merged && !erased ? (
            <ButtonLink to={`/staff/persons/${id}/merge`}>{t('merge.open')}</ButtonLink>
          ) : null}
        </>
      }
    >
      <Loaded query={query}>
        {(person) =>
          correcting ? (
            <CorrectPerson person={person} onClose={() => setCorrecting(false)} />
          ) : (
            <>
              <LeadsTo person={person} />
              <PersonFacts person={person} />
              <MergedFrom
                list="persons"
                merged={person.mergedFrom.map(({ id: from, names: [first, ...more] }) => ({
                  id: from,
                  name: first?.value ?? t('words:absence.erased'),
                  spellings: more.map(({ value }) => value),
                }))}
              />
            </>
          )
        }
      </Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </RecordFrame>
  );
}

/** Of a record that went: to the one that stays, and back; what was erased together stays one. */
function LeadsTo({ person: { id, revision, mergedInto, erasedAt } }: { readonly person: Person }) {
  const { t } = useTranslation('words');
  const client = useClient();
  const { can } = useSession();
  if (!mergedInto) return null;
  return (
    <MergedInto
      list="persons"
      into={{ id: mergedInto.id, name: mergedInto.names[0]?.value ?? t('absence.erased') }}
      separate={
        can('person.merge') && !erasedAt
          ? (reason) =>
              client.POST('/api/v1/persons/{id}/separation', {
                params: { path: { id }, header: { 'If-Match': `"${revision}"` } },
                body: { reason },
              })
          : null
      }
    />
  );
}

function PersonFacts({ person }: { readonly person: Person }) {
  const { t } = useTranslation(['people', 'words']);
  const language = useLanguage();
  if (person.erasedAt) {
    return (
      <Notice title={t('persons.erased')}>
        {t('persons.erasedOn', { at: formatInstant(person.erasedAt, language) })}
      </Notice>
    );
  }
  return (
    <Facts>
      <Fact name={t('persons.names')}>
        <ul className="plain-list">
          {person.names.map(({ value, language: of, preferred }) => (
            <li key={value}>
              <Name>{value}</Name> {of ? <span className="muted">{t(`words:language.${of}`)}</span> : null}{' '}
              {preferred ? <Badge tone="good">{t('persons.preferred')}</Badge> : null}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={t('note')}>{person.note ? <Name>{person.note}</Name> : t('noNote')}</Fact>
    </Facts>
  );
}

function CorrectPerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const client = useClient();
  const [names, setNames] = useState<readonly PersonName[] | null>(null);
  return (
    <RecordForm<components['schemas']['PersonCorrectionRequest'], { error?: unknown; response: Response }>
      record={person}
      fields={[{ key: 'note', kind: 'area', label: t('note'), hint: t('persons.noteHint'), optional: true }]}
      more={names ? { names: nameBodies(names) } : {}}
      send={(body) =>
        client.PATCH('/api/v1/persons/{id}', {
          params: { path: { id: person.id }, header: { 'If-Match': `"${person.revision}"` } },
          body,
        })
      }
      onSaved={onClose}
      onCancel={onClose}
    >
      {(errors) => <NamesEditor names={names ?? person.names} onChange={setNames} errors={errors} />}
    </RecordForm>
  );
}

/** A person that is to be; whoever is called alike is shown while the name is typed. */
export function NewPersonPage() {
  const { t } = useTranslation('people');
  const client = useClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const [names, setNames] = useState<readonly PersonName[]>([{ value: '', language: 'fr', preferred: true }]);
  return (
    <RecordFrame list="persons" title={t('persons.new')}>
      <RecordForm
        record={null}
        fields={[
          { key: 'note', kind: 'area', label: t('note'), hint: t('persons.noteHint'), optional: true },
        ]}
        more={{ names: nameBodies(names) }}
        send={(body: PersonBody) => client.POST('/api/v1/persons', { params: { header: keyOf(body) }, body })}
        onSaved={({ data }) => data && void navigate(`/staff/persons/${data.id}`)}
        onCancel={() => void navigate('/staff/persons')}
      >
        {(errors) => (
          <>
            <NamesEditor names={names} onChange={setNames} errors={errors} />
            <LikelyPersons name={names[0]?.value ?? ''} />
          </>
        )}
      </RecordForm>
    </RecordFrame>
  );
}
