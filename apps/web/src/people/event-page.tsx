import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { useSession } from '@/app/session';
import { HistorySection } from '@/records/history-section';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Stated } from '@/ui/stated-date';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { EventAmount } from './event-amount';
import { type EventForm, eventBody, eventForm, useEventFields } from './event-fields';
import { RecordFrame } from './record-frame';

type SigningEvent = components['schemas']['EventResponse'];

/** One signing event, with the agreements that were signed at it. */
export function EventPage() {
  const { t } = useTranslation('people');
  const text = useText();
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [correcting, setCorrecting] = useState(false);
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/events/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/events/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  return (
    <RecordFrame
      list="events"
      title={text(query.data?.names) || t('events.title')}
      actions={
        can('event.correct') && !correcting ? (
          <Button onClick={() => setCorrecting(true)}>{t('correct')}</Button>
        ) : null
      }
    >
      <Loaded query={query}>
        {(event) =>
          correcting ? (
            <CorrectEvent event={event} onClose={() => setCorrecting(false)} />
          ) : (
            <EventFacts event={event} />
          )
        }
      </Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </RecordFrame>
  );
}

function EventFacts({ event }: { readonly event: SigningEvent }) {
  const { t } = useTranslation(['people', 'words']);
  return (
    <>
      <Facts>
        {(['ar', 'fr', 'en'] as const).map((language) => (
          <Fact key={language} name={t(`names.${language}`)}>
            {event.names[language] ? (
              <Text of={{ [language]: event.names[language] }} />
            ) : (
              t('words:absence.not_stated')
            )}
          </Fact>
        ))}
        <Fact name={t('events.dates')}>
          <Stated date={event.dates} />
        </Fact>
        <Fact name={t('events.place')}>
          {event.place ? <Name>{event.place}</Name> : t('words:absence.not_stated')}
        </Fact>
        <Fact name={t('events.amount')}>
          <EventAmount of={event.amount} />
          {event.amount ? <p className="small muted">{t('events.amountText')}</p> : null}
        </Fact>
        {event.publishedReference ? (
          <Fact name={t('words:field.publishedReference')}>
            <Name>{event.publishedReference}</Name>
          </Fact>
        ) : null}
        {event.note ? (
          <Fact name={t('note')}>
            <Name>{event.note}</Name>
          </Fact>
        ) : null}
      </Facts>
      <section className="section">
        <h2>{t('appears.title')}</h2>
        {event.agreements.length === 0 ? (
          <p>{t('appears.none')}</p>
        ) : (
          <ul className="plain-list">
            {event.agreements.map(({ id, reference, sharesAmount }) => (
              <li key={id}>
                <Link className="nowrap" to={`/staff/agreements/${id}`}>
                  {reference}
                </Link>{' '}
                {sharesAmount ? <Badge>{t('words:field.sharesEventAmount')}</Badge> : null}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link to={`/staff/agreements?event=${event.id}`}>{t('events.list')}</Link>
        </p>
      </section>
    </>
  );
}

function CorrectEvent({ event, onClose }: { readonly event: SigningEvent; readonly onClose: () => void }) {
  const client = useClient();
  const fields = useEventFields();
  const record = eventForm(event);
  return (
    <RecordForm<Partial<EventForm>, { error?: unknown; response: Response }>
      fields={fields}
      record={record}
      send={(typed) =>
        client.PATCH('/api/v1/events/{id}', {
          params: { path: { id: event.id }, header: { 'If-Match': `"${event.revision}"` } },
          body: eventBody(typed, record),
        })
      }
      onSaved={onClose}
      onCancel={onClose}
    />
  );
}

/** A signing event that is to be. */
export function NewEventPage() {
  const { t } = useTranslation('people');
  const client = useClient();
  const navigate = useNavigate();
  const fields = useEventFields();
  const keyOf = useIdempotencyKey();
  return (
    <RecordFrame list="events" title={t('events.new')}>
      <RecordForm
        fields={fields}
        record={null}
        initial={{ currency: 'MAD', qualifier: 'exactly' }}
        send={(typed: Partial<EventForm>) => {
          const { names = {}, dates = { stated: '' }, ...more } = eventBody(typed, null);
          const body = { ...more, names: names ?? {}, dates: dates ?? { stated: '' } };
          return client.POST('/api/v1/events', { params: { header: keyOf(body) }, body });
        }}
        onSaved={({ data }) => data && void navigate(`/staff/events/${data.id}`)}
        onCancel={() => void navigate('/staff/events')}
      />
    </RecordFrame>
  );
}
