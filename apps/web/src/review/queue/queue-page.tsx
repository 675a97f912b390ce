import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatNumber } from '@/formats/numbers';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { Name, Text, useText } from '@/ui/text';
import { useAbout } from './about-item';
import { type WorkItem, addressInList } from './item-address';
import { JustDone } from './queue-bar';

/** From so many days on, waiting is said in another tone. */
const LONG = 10;

/** Everything that waits for the reader, list by list: what, and for how long. */
export function QueuePage() {
  const { t } = useTranslation('review');
  const { code } = useParams();
  const lists = useApi().useQuery('get', '/api/v1/work-lists');
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')} wide>
      <div className="stack">
        <JustDone />
        <Loaded query={lists}>
          {({ items }) => {
            if (items.length === 0) return <Empty title={t('queue.nothingForYou')} />;
            if (!code) {
              const first = items.find(({ count }) => count > 0) ?? items[0];
              return <Navigate to={`/staff/review/${first?.code ?? ''}`} replace />;
            }
            return <Lists code={code} lists={items} />;
          }}
        </Loaded>
      </div>
    </Page>
  );
}

interface ListedList {
  readonly code: string;
  readonly names: { readonly ar: string | null; readonly fr: string | null; readonly en: string | null };
  readonly tasks: { readonly ar: string | null; readonly fr: string | null; readonly en: string | null };
  readonly count: number;
  readonly countIsAtLeast: boolean;
}

function Lists({ code, lists }: { readonly code: string; readonly lists: readonly ListedList[] }) {
  const { t } = useTranslation('review');
  const text = useText();
  const language = useLanguage();
  const list = lists.find((one) => one.code === code);
  return (
    <>
      <Tabs
        label={t('queue.lists')}
        tabs={lists.map(({ code: one, names, count, countIsAtLeast }) => ({
          to: `/staff/review/${one}`,
          name: text(names),
          count: `${formatNumber(count, language)}${countIsAtLeast ? '+' : ''}`,
        }))}
      />
      {list ? (
        <section className="section">
          <h2>
            <Text of={list.names} />
          </h2>
          <p className="muted">
            <Text of={list.tasks} />
          </p>
          <Waiting code={code} />
          <Elsewhere />
        </section>
      ) : (
        <Empty title={t('queue.noSuchList')} />
      )}
    </>
  );
}

/** What no list holds: all reports and requests whatever became of them, and what the nightly search found. */
function Elsewhere() {
  const { t } = useTranslation('review');
  const { can } = useSession();
  return (
    <p className="row no-print">
      {can('report.read') ? <Link to="/staff/reports">{t('queue.reports')}</Link> : null}
      {can('change_request.read') ? <Link to="/staff/review/requests">{t('queue.requests')}</Link> : null}
      {can('finding.read') ? <Link to="/staff/review/findings">{t('queue.findings')}</Link> : null}
    </p>
  );
}

function Waiting({ code }: { readonly code: string }) {
  const { t } = useTranslation('review');
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const page = useApi().useQuery(
    'get',
    '/api/v1/work-lists/{code}',
    { params: { path: { code }, query: { limit: 50, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Loaded query={page}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty title={t('queue.empty')}>{t('queue.emptyText')}</Empty>
        ) : (
          <>
            <ol className="waiting">
              {items.map((item) => (
                <WaitingItem key={item.id} code={code} item={item} />
              ))}
            </ol>
            <PageLinks nextCursor={nextCursor} />
          </>
        )
      }
    </Loaded>
  );
}

function WaitingItem({ code, item }: { readonly code: string; readonly item: WorkItem }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const about = useAbout()(code, item.about);
  const { agreement, age, since } = item;
  return (
    <li>
      <div className="waiting-what">
        <Link to={addressInList(code, item)}>
          <Text of={agreement.title} />
        </Link>
        <small className="muted block">
          <Name>{agreement.reference}</Name>
          {about.map((word) => (
            <span key={word}> · {word}</span>
          ))}
        </small>
      </div>
      <div className="waiting-age">
        <Badge tone={age >= LONG ? 'late' : 'plain'}>
          {age === 0 ? t('queue.today') : t('queue.age', { count: age })}
        </Badge>
        <small className="muted block">{t('queue.since', { day: formatDay(since, language) })}</small>
      </div>
    </li>
  );
}
