import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatShortDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { PageLinks } from '@/ui/page-links';
import { DaysLeft } from '@/ui/stated-date';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';

/** What the organisation was told before a word is said about it in public, and whether it replied. */
export function NoticesPage() {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const notices = useApi().useQuery(
    'get',
    '/api/v1/notices',
    { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')}>
      <Loaded query={notices} lines={6}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={t('notices.none')}>{t('notices.noneText')}</Empty>
          ) : (
            <div className="stack">
              <Table
                caption={t('notices.title')}
                captionHidden
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'commitment',
                    heading: t('notices.commitment'),
                    isRowHeading: true,
                    cell: ({ id, commitmentTitle, reference }) => (
                      <>
                        <Link to={`/portal/notices/${id}`}>
                          <Text of={commitmentTitle} /> <Name>{reference}</Name>
                        </Link>
                      </>
                    ),
                  },
                  { key: 'word', heading: t('notices.word'), cell: (one) => word('status', one.word) },
                  {
                    key: 'sent',
                    heading: t('notices.sentOn'),
                    cell: ({ sentOn }) => formatShortDay(sentOn, language),
                  },
                  {
                    key: 'reply',
                    heading: t('notices.reply'),
                    cell: ({ repliedOn, daysLeft, repliesUntil }) =>
                      repliedOn === null ? (
                        <>
                          {formatShortDay(repliesUntil, language)}
                          <small className="line">
                            <Badge tone={daysLeft < 0 ? 'late' : 'attention'}>
                              <DaysLeft days={daysLeft} />
                            </Badge>
                          </small>
                        </>
                      ) : (
                        t('notices.repliedOn', { day: formatShortDay(repliedOn, language) })
                      ),
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
