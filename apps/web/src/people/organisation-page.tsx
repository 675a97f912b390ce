import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { useSession } from '@/app/session';
import type { RecordField } from '@/records/fields';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Button, ButtonLink } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AppearsIn } from './appears-in';
import { type Contact, ContactsEditor } from './contacts-editor';
import { CountryName } from './country-name';
import { MergedFrom, MergedInto } from './merged-records';
import { ORGANISATION_KINDS } from './organisations-page';
import { RecordFrame } from './record-frame';

type Organisation = components['schemas']['OrganisationResponse'];
type OrganisationBody = components['schemas']['OrganisationRequest'];

/** One organisation: its names, its identifiers with their doubts, where it appears, what was done to it. */
export function OrganisationPage() {
  const { t } = useTranslation('people');
  const text = useText();
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [correcting, setCorrecting] = useState(false);
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/organisations/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  const merged = query.data?.mergedInto ?? null;
  return (
    <RecordFrame
      list="organisations"
      title={text(query.data?.names) || t('organisations.title')}
      actions={
        <>
          {can('organisation.correct') && !correcting ? (
            <Button hindrance={merged ? t('merge.wasMerged') : null} onClick={() => setCorrecting(true)}>
              {t('correct')}
            </Button>
          ) : null}
          {can('organisation.merge') && !merged ? (
            <ButtonLink to={`/staff/organisations/${id}/merge`}>{t('merge.open')}</ButtonLink>
          ) : null}
          {can('invitation.issue') && !merged ? (
            <ButtonLink to={`/staff/organisations/${id}/invite`}>{t('organisations.invite')}</ButtonLink>
          ) : null}
        </>
      }
    >
      <Loaded query={query}>
        {(organisation) =>
          correcting ? (
            <CorrectOrganisation organisation={organisation} onClose={() => setCorrecting(false)} />
          ) : (
            <>
              <LeadsTo organisation={organisation} />
              <OrganisationFacts organisation={organisation} />
              <MergedFrom
                list="organisations"
                merged={organisation.mergedFrom.map((one) => ({
                  id: one.id,
                  name: text(one.names),
                  spellings: [one.names.fr, one.names.en, one.names.ar, ...one.variants].flatMap((name) =>
                    name && name !== text(one.names) ? name : [],
                  ),
                }))}
              />
            </>
          )
        }
      </Loaded>
      <AppearsIn by={{ organisation: id }} all={`organisation=${id}`} />
      {can('history.read') ? <HistorySection query={history} /> : null}
    </RecordFrame>
  );
}

/** Of a record that went: to the one that stays, and back. */
function LeadsTo({ organisation: { id, revision, mergedInto } }: { readonly organisation: Organisation }) {
  const text = useText();
  const client = useClient();
  const { can } = useSession();
  if (!mergedInto) return null;
  return (
    <MergedInto
      list="organisations"
      into={{ id: mergedInto.id, name: text(mergedInto.names) }}
      separate={
        can('organisation.merge')
          ? (reason) =>
              client.POST('/api/v1/organisations/{id}/separation', {
                params: { path: { id }, header: { 'If-Match': `"${revision}"` } },
                body: { reason },
              })
          : null
      }
    />
  );
}

function OrganisationFacts({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation(['people', 'words']);
  const { names, kind, country, ice, iceWarning, variants, reportingContacts, note } = organisation;
  return (
    <Facts>
      {(['ar', 'fr', 'en'] as const).map((language) => (
        <Fact key={language} name={t(`names.${language}`)}>
          {names[language] ? <Text of={{ [language]: names[language] }} /> : t('words:absence.not_stated')}
        </Fact>
      ))}
      <Fact name={t('variants')}>
        {variants.length > 0 ? (
          <ul className="plain-list">
            {variants.map((variant) => (
              <li key={variant}>
                <Name>{variant}</Name>
              </li>
            ))}
          </ul>
        ) : (
          t('noVariants')
        )}
      </Fact>
      <Fact name={t('organisations.kind')}>{t(`words:orgKind.${kind}`)}</Fact>
      <Fact name={t('organisations.country')}>
        <CountryName of={country} />
      </Fact>
      <Fact name={t('organisations.ice')}>
        {ice ? <Name>{ice}</Name> : t('words:absence.not_stated')}
        {iceWarning ? <Notice tone="attention">{iceWarning.message}</Notice> : null}
      </Fact>
      <Fact name={t('organisations.contacts')}>
        {reportingContacts.length > 0 ? (
          <ul className="plain-list">
            {reportingContacts.map(({ email, language }) => (
              <li key={email}>
                <Name>{email}</Name> <span className="muted">{t(`words:language.${language}`)}</span>
              </li>
            ))}
          </ul>
        ) : (
          t('organisations.noContacts')
        )}
      </Fact>
      {note ? (
        <Fact name={t('note')}>
          <Name>{note}</Name>
        </Fact>
      ) : null}
    </Facts>
  );
}

function useOrganisationFields(): readonly RecordField<OrganisationBody>[] {
  const { t } = useTranslation(['people', 'words']);
  return [
    { key: 'names', kind: 'texts', label: t('name'), hint: t('oneLanguage') },
    {
      key: 'kind',
      kind: 'choice',
      label: t('organisations.kind'),
      none: t('choose'),
      choices: ORGANISATION_KINDS.map((value) => ({ value, label: t(`words:orgKind.${value}`) })),
    },
    {
      key: 'country',
      kind: 'code',
      label: t('organisations.country'),
      hint: t('organisations.countryHint'),
      maxLength: 2,
      optional: true,
    },
    {
      key: 'ice',
      kind: 'code',
      label: t('organisations.ice'),
      hint: t('organisations.iceHint'),
      optional: true,
    },
    { key: 'variants', kind: 'lines', label: t('variants'), hint: t('variantsHint'), optional: true },
    { key: 'note', kind: 'area', label: t('note'), optional: true },
  ];
}

interface CorrectOrganisationProps {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

function CorrectOrganisation({ organisation, onClose }: CorrectOrganisationProps) {
  const client = useClient();
  const fields = useOrganisationFields();
  const [contacts, setContacts] = useState<readonly Contact[] | null>(null);
  return (
    <RecordForm
      fields={fields}
      record={organisation}
      more={contacts ? { reportingContacts: [...contacts] } : {}}
      send={(body) =>
        client.PATCH('/api/v1/organisations/{id}', {
          params: { path: { id: organisation.id }, header: { 'If-Match': `"${organisation.revision}"` } },
          body,
        })
      }
      onSaved={onClose}
      onCancel={onClose}
    >
      {(errors) => (
        <ContactsEditor
          contacts={contacts ?? organisation.reportingContacts}
          onChange={setContacts}
          errors={errors}
        />
      )}
    </RecordForm>
  );
}

/** An organisation that is to be; records much alike are named once it stands. */
export function NewOrganisationPage() {
  const { t } = useTranslation('people');
  const client = useClient();
  const navigate = useNavigate();
  const fields = useOrganisationFields();
  const keyOf = useIdempotencyKey();
  const [recorded, setRecorded] = useState<components['schemas']['RecordedOrganisationResponse'] | null>(
    null,
  );
  return (
    <RecordFrame list="organisations" title={t('organisations.new')}>
      {recorded ? (
        <Alike recorded={recorded} />
      ) : (
        <RecordForm
          fields={fields}
          record={null}
          send={(body: OrganisationBody) =>
            client.POST('/api/v1/organisations', { params: { header: keyOf(body) }, body })
          }
          onSaved={({ data }) => {
            if (data && data.possibleDuplicates.length > 0) setRecorded(data);
            else if (data) void navigate(`/staff/organisations/${data.id}`);
          }}
          onCancel={() => void navigate('/staff/organisations')}
        />
      )}
    </RecordFrame>
  );
}

function Alike({ recorded }: { readonly recorded: components['schemas']['RecordedOrganisationResponse'] }) {
  const { t } = useTranslation('people');
  const { can } = useSession();
  return (
    <div className="stack" role="status">
      <Notice tone="attention" title={t('organisations.alike')}>
        <div className="stack">
          <p>{t('organisations.alikeText')}</p>
          <ul>
            {recorded.possibleDuplicates.map(({ id, names }) => (
              <li key={id}>
                <Link to={`/staff/organisations/${id}`}>
                  <Text of={names} />
                </Link>
                {can('organisation.merge') ? (
                  <>
                    {' · '}
                    <Link to={`/staff/organisations/${recorded.id}/merge?with=${id}&stays=other`}>
                      {t('merge.open')}
                    </Link>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      </Notice>
      <div>
        <ButtonLink weight="main" to={`/staff/organisations/${recorded.id}`}>
          {t('organisations.toRecord')}
        </ButtonLink>
      </div>
    </div>
  );
}
