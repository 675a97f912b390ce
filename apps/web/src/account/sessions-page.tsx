import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage, useRefresh } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { PageLinks } from '@/ui/page-links';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { agentOf } from './agent';
import { OwnAccountPage } from './own-account-page';
import { useSending } from '@/app/use-sending';

type Session = components['schemas']['ListedSessionResponse'];

/** Where one is signed in, and the way to end that. */
export function SessionsPage() {
  const { t } = useTranslation('account');
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const query = useApi().useQuery('get', '/api/v1/sessions', { params: { query: { cursor } } });
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const [ended, setEnded] = useState(false);
  const endOthers = () =>
    void send(
      () => client.DELETE('/api/v1/sessions'),
      () => void refresh().then(() => setEnded(true)),
    );
  const end = (id: string) =>
    void send(
      () => client.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }),
      () => void refresh(),
    );
  return (
    <OwnAccountPage title={t('tabs.sessions')}>
      <p className="prose">{t('sessions.lead')}</p>
      <ErrorSummary error={error} />
      <Loaded query={query}>
        {({ items, nextCursor }) => (
          <>
            <SessionTable sessions={items} onEnd={end} />
            <PageLinks nextCursor={nextCursor} />
            <div className="actions">
              <Button
                weight="grave"
                busy={busy}
                hindrance={items.length < 2 && !nextCursor && !cursor ? t('sessions.onlyThis') : null}
                onClick={endOthers}
              >
                {t('sessions.endOthers')}
              </Button>
              <span role="status">{ended ? t('sessions.ended') : ''}</span>
            </div>
          </>
        )}
      </Loaded>
    </OwnAccountPage>
  );
}

function SessionTable({
  sessions,
  onEnd,
}: {
  readonly sessions: readonly Session[];
  readonly onEnd: (id: string) => void;
}) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  return (
    <Table
      caption={t('tabs.sessions')}
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'where',
          heading: t('sessions.where'),
          isRowHeading: true,
          cell: ({ agent, address, current }) => (
            <>
              <Name>{agentOf(agent) ?? t('sessions.unknownAgent')}</Name>{' '}
              {current ? <Badge tone="good">{t('sessions.this')}</Badge> : null}
              <br />
              <small className="muted">
                {address ? <Name>{address}</Name> : t('sessions.unknownAddress')}
              </small>
            </>
          ),
        },
        {
          key: 'how',
          heading: t('sessions.how'),
          cell: ({ method, secondFactor }) => (
            <>
              {t(`sessions.method.${method}`)}
              <br />
              <small className="muted">
                {t(secondFactor ? 'sessions.withFactor' : 'sessions.withoutFactor')}
              </small>
            </>
          ),
        },
        {
          key: 'seen',
          heading: t('sessions.lastSeen'),
          cell: ({ lastSeenAt }) => formatInstant(lastSeenAt, language),
        },
        {
          key: 'since',
          heading: t('sessions.since'),
          cell: ({ createdAt }) => formatInstant(createdAt, language),
        },
        {
          key: 'end',
          heading: <span className="visually-hidden">{t('sessions.action')}</span>,
          cell: ({ id, current }) =>
            current ? null : (
              <Button weight="quiet" onClick={() => onEnd(id)}>
                {t('sessions.end')}
              </Button>
            ),
        },
      ]}
    />
  );
}
