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
import { hostOf } from './web-address';

type Source = components['schemas']['SourceResponse'];

/** Where facts were published. */
export function SourcesPage() {
  const { t } = useTranslation(['people', 'words']);
  const { can } = useSession();
  const [search] = useSearchParams();
  const query = useApi().useQuery(
    'get',
    '/api/v1/sources',
    { params: { query: { q: search.get('q'), cursor: search.get('cursor') } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t('sources.title')}
      actions={
        can('source.record') ? (
          <ButtonLink weight="main" to="/staff/sources/new">
            {t('sources.new')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters filters={[{ key: 'q', label: t('sources.search') }]} />
        <RecordList
          query={query}
          caption={t('sources.title')}
          rowKey={({ id }) => id}
          empty={t('sources.none')}
          columns={[
            {
              key: 'title',
              heading: t('sources.name'),
              isRowHeading: true,
              cell: ({ id, title, url }: Source) => (
                <>
                  <Link to={`/staff/sources/${id}`}>
                    <Name>{title ?? hostOf(url)}</Name>
                  </Link>
                  <br />
                  <small className="muted">
                    <Name>{hostOf(url)}</Name>
                  </small>
                </>
              ),
            },
            {
              key: 'publisher',
              heading: t('sources.publisher'),
              cell: ({ publisher }) => (publisher ? <Name>{publisher}</Name> : t('words:absence.not_stated')),
            },
            {
              key: 'published',
              heading: t('sources.publishedOn'),
              cell: ({ publishedOn }) =>
                publishedOn ? <Name>{publishedOn}</Name> : t('words:absence.not_stated'),
            },
          ]}
        />
      </div>
    </Page>
  );
}
