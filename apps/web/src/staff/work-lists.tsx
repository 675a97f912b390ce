import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';
import { Waiting } from './waiting';

/** What waits for somebody: how much, and for how long. Where nothing waits stands in one sentence. */
export function WorkLists() {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const lists = useApi().useQuery('get', '/api/v1/work-lists');
  return (
    <section className="section" aria-labelledby="home-work">
      <h2 id="home-work">{t('home.needsYou')}</h2>
      <Loaded query={lists} lines={6}>
        {({ items }) => {
          const waiting = items.filter(({ count }) => count > 0);
          const idle = items.filter(({ count }) => count === 0);
          return (
            <>
              {waiting.length === 0 ? (
                <Empty title={t('home.nothingWaits')}>{t('home.nothingWaitsText')}</Empty>
              ) : (
                <Table
                  caption={t('home.needsYou')}
                  captionHidden
                  rows={waiting}
                  rowKey={({ code }) => code}
                  columns={[
                    {
                      key: 'what',
                      heading: t('home.what'),
                      isRowHeading: true,
                      cell: ({ code, names, tasks }) => (
                        <>
                          <Link className="work-name" to={`/staff/work/${code}`}>
                            <Text of={names} />
                          </Link>
                          <span className="muted line">
                            <Text of={tasks} />
                          </span>
                        </>
                      ),
                    },
                    {
                      key: 'count',
                      heading: t('home.howMany'),
                      numeric: true,
                      cell: ({ count, countIsAtLeast }) => (
                        <span className="work-count">
                          {countIsAtLeast
                            ? t('home.atLeast', { number: formatNumber(count, language) })
                            : formatNumber(count, language)}
                        </span>
                      ),
                    },
                    {
                      key: 'oldest',
                      heading: t('home.oldest'),
                      cell: ({ oldest }) => (oldest ? <Waiting {...oldest} /> : null),
                    },
                  ]}
                />
              )}
              {idle.length > 0 && waiting.length > 0 ? (
                <p className="muted">
                  {t('home.idle')}{' '}
                  {idle.map(({ code, names }, index) => (
                    <span key={code}>
                      {index > 0 ? ' · ' : ''}
                      <Text of={names} />
                    </span>
                  ))}
                </p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
