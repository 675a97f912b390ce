import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { useSession } from '@/app/session';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { CountryName } from './country-name';

type Organisation = components['schemas']['OrganisationResponse'];

export const ORGANISATION_KINDS = ['company', 'public_body', 'federation', 'training_body', 'other'] as const;

/** Whoever is party to an agreement, found by any of its names in three scripts. */
export function OrganisationsPage() {
  const { t } = useTranslation(['people', 'words']);
  const { can } = useSession();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/organisations',
    {
      params: {
        query: {
          q: search.get('q'),
          kind: search.get('kind') as Organisation['kind'] | null,
          cursor: search.get('cursor'),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t('organisations.title')}
      actions={
        can('organisation.record') ? (
          <ButtonLink weight="main" to="/staff/organisations/new">
            {t('organisations.new')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters
          filters={[
            { key: 'q', label: t('search'), hint: t('searchHint') },
            {
              key: 'kind',
              label: t('organisations.kind'),
              choices: ORGANISATION_KINDS.map((value) => ({ value, label: t(`words:orgKind.${value}`) })),
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('organisations.title')}
          rowKey={({ id }) => id}
          empty={t('organisations.none')}
          columns={[
            {
              key: 'name',
              heading: t('name'),
              isRowHeading: true,
              cell: (organisation: Organisation) => (
                <>
                  <Link to={`/staff/organisations/${organisation.id}`}>
                    <Text of={organisation.names} />
                  </Link>
                  {spellingsOf(organisation).length > 0 ? (
                    <>
                      <br />
                      <small className="muted">
                        <Name>{spellingsOf(organisation).join(' · ')}</Name>
                      </small>
                    </>
                  ) : null}
                </>
              ),
            },
            {
              key: 'kind',
              heading: t('organisations.kind'),
              cell: ({ kind }) => t(`words:orgKind.${kind}`),
            },
            {
              key: 'country',
              heading: t('organisations.country'),
              cell: ({ country }) => <CountryName of={country} />,
            },
            {
              key: 'ice',
              heading: t('organisations.ice'),
              cell: ({ ice, iceWarning }) => (
                <>
                  {ice ? <Name>{ice}</Name> : t('words:absence.not_stated')}{' '}
                  {iceWarning ? <Badge tone="attention">{t('organisations.doubtful')}</Badge> : null}
                </>
              ),
            },
          ]}
        />
      </div>
    </Page>
  );
}

/** By which words else it is found: its spellings, and the names of the records that were merged into it. */
function spellingsOf({ names, variants, mergedFrom }: Organisation): readonly string[] {
  const own = [names.ar, names.fr, names.en];
  const brought = mergedFrom.flatMap((one) => [one.names.fr, one.names.en, one.names.ar, ...one.variants]);
  return [...new Set([...variants, ...brought])].flatMap((name) => (name && !own.includes(name) ? name : []));
}
