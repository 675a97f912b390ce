import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { useSession } from '@/app/session';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { ButtonLink } from '@/ui/button';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';

type Person = components['schemas']['PersonResponse'];

/** Whoever signed or was present, by any spelling in three scripts. */
export function PersonsPage() {
  const { t } = useTranslation(['people', 'words']);
  const { can } = useSession();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/persons',
    { params: { query: { q: search.get('q'), cursor: search.get('cursor') } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t('persons.title')}
      lead={t('persons.lead')}
      actions={
        can('person.record') ? (
          <ButtonLink weight="main" to="/staff/persons/new">
            {t('persons.new')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters filters={[{ key: 'q', label: t('search'), hint: t('searchHint') }]} />
        <RecordList
          query={query}
          caption={t('persons.title')}
          rowKey={({ id }) => id}
          empty={t('persons.none')}
          columns={[
            {
              key: 'name',
              heading: t('name'),
              isRowHeading: true,
              cell: ({ id, names }: Person) => (
                <Link to={`/staff/persons/${id}`}>
                  <Name>{names[0]?.value ?? t('words:absence.erased')}</Name>
                </Link>
              ),
            },
            {
              key: 'others',
              heading: t('variants'),
              cell: ({ names }) =>
                names.length > 1 ? (
                  <ul className="plain-list">
                    {names.slice(1).map(({ value }) => (
                      <li key={value}>
                        <Name>{value}</Name>
                      </li>
                    ))}
                  </ul>
                ) : (
                  t('noVariants')
                ),
            },
          ]}
        />
      </div>
    </Page>
  );
}
