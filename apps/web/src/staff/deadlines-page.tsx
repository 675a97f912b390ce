import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { DeadlineTable } from './deadline-table';

/** All that falls due, or all that is late. */
export function DeadlinesPage() {
  const { span } = useParams();
  return span === 'due' || span === 'late' ? <Deadlines key={span} span={span} /> : <NotFound />;
}

function Deadlines({ span }: { readonly span: 'due' | 'late' }) {
  const { t } = useTranslation('staff');
  const [search] = useSearchParams();
  const reach = search.get('reach') === 'all' ? 'all' : 'own';
  const cursor = search.get('cursor');
  const deadlines = useApi().useQuery(
    'get',
    '/api/v1/deadlines',
    { params: { query: { span, reach, limit: 50, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const title = span === 'late' ? t('home.late') : t('home.due', { count: 90 });
  return (
    <Page title={title} above={<Link to="/staff">{t('home.title')}</Link>} wide>
      <div className="stack">
        <p>
          {reach === 'own' ? (
            <Link to="?reach=all">{t('deadlines.showAll')}</Link>
          ) : (
            <Link to="?">{t('deadlines.showOwn')}</Link>
          )}
        </p>
        <Loaded query={deadlines} lines={10}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <Empty title={t('deadlines.none')} />
            ) : (
              <>
                <DeadlineTable caption={title} rows={items} />
                <PageLinks nextCursor={nextCursor} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
