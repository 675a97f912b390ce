import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Text, useText } from '@/ui/text';
import { Waiting } from './waiting';

/** Where the work of a list is done, below `/staff/agreements/<id>`; the record itself for the others. */
const PLACES: Readonly<Record<string, string>> = {
  my_drafts: '/draft',
  returned: '/draft',
  to_verify: '/review',
  to_approve: '/review',
  to_sign: '/steps',
  to_put_in_force: '/steps',
  fulfilments: '/steps',
  open_conditions: '/conditions',
  contradictions: '/sources',
  duplicates: '/links',
  change_requests: '/commitments',
  reporting_not_agreed: '/reporting',
};

/** Lists whose rows have a page of their own, by which it is named. */
const OWN_PAGES: Readonly<Record<string, string>> = { reports_to_review: '/staff/reports' };

/** What one list holds, the oldest first; each row leads to where the work is done. */
export function WorkListPage() {
  const { t } = useTranslation(['staff', 'words']);
  const text = useText();
  const { code = '' } = useParams();
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const api = useApi();
  const lists = api.useQuery('get', '/api/v1/work-lists');
  const items = api.useQuery(
    'get',
    '/api/v1/work-lists/{code}',
    { params: { path: { code }, query: { limit: 50, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const list = lists.data?.items.find((each) => each.code === code);
  return (
    <Page
      title={list ? text(list.names) : t('home.needsYou')}
      lead={list ? <Text of={list.tasks} /> : undefined}
      above={<Link to="/staff">{t('home.title')}</Link>}
      wide
    >
      <Loaded query={items} lines={10}>
        {({ items: rows, nextCursor }) =>
          rows.length === 0 ? (
            <Empty title={t('home.nothingWaits')}>
              <Link to="/staff">{t('home.back')}</Link>
            </Empty>
          ) : (
            <div className="stack">
              <Table
                caption={list ? text(list.names) : t('home.needsYou')}
                captionHidden
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'agreement',
                    heading: t('work.agreement'),
                    isRowHeading: true,
                    cell: ({ id, agreement }) => (
                      <>
                        <Link
                          to={
                            OWN_PAGES[code]
                              ? `${OWN_PAGES[code]}/${id}?list=${code}`
                              : `/staff/agreements/${agreement.id}${PLACES[code] ?? ''}`
                          }
                        >
                          <Text of={agreement.title} />
                        </Link>
                        <small className="muted line">
                          <bdi>{agreement.reference}</bdi>
                        </small>
                      </>
                    ),
                  },
                  { key: 'task', heading: t('work.task'), cell: ({ task }) => task },
                  {
                    key: 'age',
                    heading: t('work.waiting'),
                    cell: ({ age, since }) => <Waiting age={age} since={since} />,
                  },
                ]}
              />
              <PageLinks nextCursor={nextCursor} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
