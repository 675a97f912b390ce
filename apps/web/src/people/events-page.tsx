import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatNumber } from '@/formats/numbers';
import { RecordList } from '@/records/list-page';
import { ButtonLink } from '@/ui/button';
import { Stated } from '@/ui/stated-date';
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { EventAmount } from './event-amount';

type SigningEvent = components['schemas']['EventResponse'];

/** Fairs and ceremonies at which agreements were signed, with amounts that belong to several of them. */
export function EventsPage() {
  const { t } = useTranslation(['people', 'words']);
  const { can } = useSession();
  const language = useLanguage();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/events', {
    params: { query: { cursor: search.get('cursor') } },
  });
  return (
    <Page
      title={t('events.title')}
      lead={t('events.lead')}
      actions={
        can('event.record') ? (
          <ButtonLink weight="main" to="/staff/events/new">
            {t('events.new')}
          </ButtonLink>
        ) : null
      }
    >
      <RecordList
        query={query}
        caption={t('events.title')}
        rowKey={({ id }) => id}
        empty={t('events.none')}
        columns={[
          {
            key: 'name',
            heading: t('name'),
            isRowHeading: true,
            cell: ({ id, names, place }: SigningEvent) => (
              <>
                <Link to={`/staff/events/${id}`}>
                  <Text of={names} />
                </Link>
                <br />
                <small className="muted">
                  {place ? <Name>{place}</Name> : t('words:absence.not_stated')}
                </small>
              </>
            ),
          },
          { key: 'dates', heading: t('events.dates'), cell: ({ dates }) => <Stated date={dates} /> },
          { key: 'amount', heading: t('events.amount'), cell: ({ amount }) => <EventAmount of={amount} /> },
          {
            key: 'agreements',
            heading: t('events.agreements'),
            numeric: true,
            cell: ({ agreements }) => formatNumber(agreements.length, language),
          },
        ]}
      />
    </Page>
  );
}
