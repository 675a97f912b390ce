import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { ChoiceGroup } from '@/ui/field';
import { Loaded } from '@/ui/states';
import { Name, useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { type Candidate, ChooseOther, MergeEffects, MergeForm } from './merge-parts';
import { RecordFrame } from './record-frame';
import { type MergeAddress, useMergeAddress } from './use-merge-address';

type Organisation = components['schemas']['OrganisationResponse'];
type Preview = components['schemas']['OrganisationMergePreviewResponse'];
type Field = Preview['contradictions'][number]['field'];
type Side = 'gone' | 'kept';

/** Letters from which on a search is asked. */
const ENOUGH = 2;

/** Two records of one organisation: which is the other, which stays, what follows, and why. */
export function MergeOrganisationPage() {
  const { t } = useTranslation('people');
  const text = useText();
  const address = useMergeAddress();
  const query = useApi().useQuery('get', '/api/v1/organisations/{id}', {
    params: { path: { id: address.id } },
  });
  return (
    <RecordFrame list="organisations" title={t('merge.title')}>
      <Loaded query={query}>
        {(own) => (
          <>
            <p>
              {t('merge.lead')}{' '}
              <Link to={`/staff/organisations/${own.id}`}>
                <bdi>{text(own.names)}</bdi>
              </Link>
            </p>
            <OtherOrganisation own={own} address={address} />
            {address.other ? (
              <MergeOf key={`${address.goneId} ${address.keptId}`} own={own} address={address} />
            ) : null}
          </>
        )}
      </Loaded>
    </RecordFrame>
  );
}

interface OfAddress {
  readonly own: Organisation;
  readonly address: MergeAddress;
}

function OtherOrganisation({ own, address }: OfAddress) {
  const { t } = useTranslation(['people', 'words']);
  const text = useText();
  const api = useApi();
  const [typed, setTyped] = useState('');
  const names = [own.names.fr, own.names.en, own.names.ar, ...own.variants].flatMap((name) => name || []);
  const likely = api.useQuery('post', '/api/v1/organisations/likely', {
    body: { names: names.slice(0, 20), ice: own.ice },
  });
  const found = api.useQuery(
    'get',
    '/api/v1/organisations',
    { params: { query: { q: typed.trim(), limit: 8 } } },
    { enabled: typed.trim().length >= ENOUGH },
  );
  const detail = ({ kind, country, ice }: Pick<Organisation, 'kind' | 'country' | 'ice'>) =>
    [t(`words:orgKind.${kind}`), country, ice].filter(Boolean).join(' · ');
  const candidates = (
    items: readonly Pick<Organisation, 'id' | 'names' | 'kind' | 'country' | 'ice'>[] = [],
  ) =>
    items.flatMap((one): Candidate[] =>
      one.id === own.id ? [] : [{ id: one.id, name: text(one.names), detail: detail(one) }],
    );
  return (
    <section className="section">
      <h2>{t('merge.other')}</h2>
      <ChooseOther
        likely={candidates(likely.data?.items)}
        found={candidates(found.data?.items)}
        typed={typed}
        onType={setTyped}
        chosen={address.other}
        onChoose={address.chooseOther}
      />
    </section>
  );
}

function MergeOf({ own, address }: OfAddress) {
  const { goneId, keptId } = address;
  const query = useApi().useQuery('get', '/api/v1/organisations/{id}/merge-preview', {
    params: { path: { id: goneId }, query: { into: keptId } },
  });
  return (
    <Loaded query={query}>{(preview) => <Decide own={own} address={address} preview={preview} />}</Loaded>
  );
}

function Decide({ address, preview }: OfAddress & { readonly preview: Preview }) {
  const { t } = useTranslation(['people', 'words']);
  const text = useText();
  const client = useClient();
  const navigate = useNavigate();
  const say = useValueInWords();
  const [choices, setChoices] = useState<Partial<Record<Field, Side>>>({});
  const { gone, kept, contradictions, takenOver, namesUnited, hindrances } = preview;
  const [own, other] = kept.id === address.id ? [kept, gone] : [gone, kept];
  return (
    <>
      <section className="section">
        <ChoiceGroup
          label={<h2>{t('merge.stays')}</h2>}
          hint={t('merge.staysHint')}
          choices={[own, other].map((one) => ({
            value: one.id,
            label: text(one.names),
            hint: one.ice ?? undefined,
          }))}
          chosen={[kept.id]}
          onChange={([id = '']) => address.letStay(id)}
        />
      </section>
      <MergeEffects preview={preview} />
      {takenOver.length > 0 || namesUnited.length > 0 ? (
        <section className="section">
          <h2>{t('merge.becomes')}</h2>
          <ul>
            {takenOver.map(({ field, value }) => (
              <li key={field}>
                {t(`merge.field.${field.replace('.', '_') as 'ice'}`)}:{' '}
                <bdi>{say(field as Field, value)}</bdi>
              </li>
            ))}
          </ul>
          {namesUnited.length > 0 ? (
            <>
              <p>{t('merge.namesUnited')}</p>
              <ul>
                {namesUnited.map((name) => (
                  <li key={name}>
                    <Name>{name}</Name>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      ) : null}
      <MergeForm
        hindered={hindrances.length > 0}
        send={(reason) =>
          client.POST('/api/v1/organisations/{id}/merge', {
            params: { path: { id: gone.id }, header: { 'If-Match': `"${gone.revision}"` } },
            body: { intoId: kept.id, intoRevision: kept.revision, choices, reason },
          })
        }
        onMerged={() => void navigate(`/staff/organisations/${kept.id}?merged=${gone.id}`)}
      >
        {(errors) =>
          contradictions.map(({ field, ...sides }) => (
            <ChoiceGroup
              key={field}
              label={t('merge.contradiction', { field: t(`merge.field.${field}`) })}
              field={`choices.${field}`}
              error={errors.get(`choices.${field}`)}
              choices={(['kept', 'gone'] as const).map((side) => ({
                value: side,
                label: say(field, sides[side]),
                hint: t(side === 'kept' ? 'merge.saysKept' : 'merge.saysGone'),
              }))}
              chosen={choices[field] ? [choices[field]] : []}
              onChange={([side]) => setChoices({ ...choices, [field]: side as Side })}
            />
          ))
        }
      </MergeForm>
    </>
  );
}

/** A kind in words; a name, a code or an identifier as it stands. */
function useValueInWords(): (field: Field, value: string) => string {
  const { t } = useTranslation('words');
  return (field: Field, value: string) =>
    field === 'kind' ? t(`orgKind.${value as Organisation['kind']}`) : value;
}
