import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { ChoiceGroup } from '@/ui/field';
import { Loaded } from '@/ui/states';
import type { components } from '../../.generated/schema';
import { type Candidate, ChooseOther, MergeEffects, MergeForm } from './merge-parts';
import { RecordFrame } from './record-frame';
import { type MergeAddress, useMergeAddress } from './use-merge-address';

type Person = components['schemas']['PersonResponse'];

/** Letters from which on a search is asked. */
const ENOUGH = 2;

/** The name that is shown, and the others. */
function namesOf({ names, mergedFrom }: Person): readonly string[] {
  return [...names, ...mergedFrom.flatMap((one) => one.names)].map(({ value }) => value);
}

/** Two records of one person: which is the other, which stays, what follows, and why. */
export function MergePersonPage() {
  const { t } = useTranslation('people');
  const address = useMergeAddress();
  const query = useApi().useQuery('get', '/api/v1/persons/{id}', { params: { path: { id: address.id } } });
  return (
    <RecordFrame list="persons" title={t('merge.title')}>
      <Loaded query={query}>
        {(own) => (
          <>
            <p>
              {t('merge.lead')}{' '}
              <Link to={`/staff/persons/${own.id}`}>
                <bdi>{namesOf(own)[0]}</bdi>
              </Link>
            </p>
            <OtherPerson own={own} address={address} />
            {address.other ? <MergeOf key={`${address.goneId} ${address.keptId}`} address={address} /> : null}
          </>
        )}
      </Loaded>
    </RecordFrame>
  );
}

function OtherPerson({ own, address }: { readonly own: Person; readonly address: MergeAddress }) {
  const { t } = useTranslation('people');
  const api = useApi();
  const [typed, setTyped] = useState('');
  const names = namesOf(own);
  const likely = api.useQuery(
    'post',
    '/api/v1/persons/likely',
    { body: { names: names.slice(0, 20) } },
    { enabled: names.length > 0 },
  );
  const found = api.useQuery(
    'get',
    '/api/v1/persons',
    { params: { query: { q: typed.trim(), limit: 8 } } },
    { enabled: typed.trim().length >= ENOUGH },
  );
  const others = (items: readonly Candidate[]) => items.filter(({ id }) => id !== own.id);
  return (
    <section className="section">
      <h2>{t('merge.other')}</h2>
      <ChooseOther
        likely={others(
          (likely.data?.items ?? []).map(({ id, name, variants }) => ({
            id,
            name,
            detail: variants.join(' · '),
          })),
        )}
        found={others(
          (found.data?.items ?? []).map((one) => {
            const [name = '', ...more] = namesOf(one);
            return { id: one.id, name, detail: more.join(' · ') };
          }),
        )}
        typed={typed}
        onType={setTyped}
        chosen={address.other}
        onChoose={address.chooseOther}
      />
    </section>
  );
}

function MergeOf({ address }: { readonly address: MergeAddress }) {
  const { t } = useTranslation('people');
  const client = useClient();
  const navigate = useNavigate();
  const { goneId, keptId } = address;
  const query = useApi().useQuery('get', '/api/v1/persons/{id}/merge-preview', {
    params: { path: { id: goneId }, query: { into: keptId } },
  });
  return (
    <Loaded query={query}>
      {({ gone, kept, ...preview }) => {
        const both = kept.id === address.id ? [kept, gone] : [gone, kept];
        return (
          <>
            <section className="section">
              <ChoiceGroup
                label={<h2>{t('merge.stays')}</h2>}
                hint={t('merge.staysHint')}
                choices={both.map((one) => {
                  const [name = '', ...more] = namesOf(one);
                  return {
                    value: one.id,
                    label: name,
                    hint: more.join(' · '),
                  };
                })}
                chosen={[kept.id]}
                onChange={([id = '']) => address.letStay(id)}
              />
            </section>
            <MergeEffects preview={preview} />
            <MergeForm
              hindered={preview.hindrances.length > 0}
              send={(reason) =>
                client.POST('/api/v1/persons/{id}/merge', {
                  params: { path: { id: gone.id }, header: { 'If-Match': `"${gone.revision}"` } },
                  body: { intoId: kept.id, intoRevision: kept.revision, reason },
                })
              }
              onMerged={() => void navigate(`/staff/persons/${kept.id}?merged=${gone.id}`)}
            />
          </>
        );
      }}
    </Loaded>
  );
}
