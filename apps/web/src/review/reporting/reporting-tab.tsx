import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Empty, Loaded } from '@/ui/states';
import { Notice } from '@/ui/notice';
import { ArrangeReporting } from './arrange-reporting';
import { CalendarFacts } from './calendar-facts';
import { CloseReporting } from './close-reporting';
import { PlannedRequests } from './planned-requests';
import { ReportedPromises } from './reported-promises';
import type { Reporting } from './reporting-form';

/** When an agreement reports: agreed or not, what is asked, of whom, and the calendars before. */
export function ReportingTab({
  agreement: { id, asOf },
}: {
  readonly agreement: { readonly id: string; readonly asOf?: object | undefined };
}) {
  const { t } = useTranslation('review');
  const reporting = useApi().useQuery('get', '/api/v1/agreements/{id}/reporting', {
    params: { path: { id } },
  });
  if (asOf) return <Notice>{t('reporting.onlyToday')}</Notice>;
  return (
    <Loaded query={reporting} lines={8}>
      {(found) => <ReportingOf reporting={found} />}
    </Loaded>
  );
}

function ReportingOf({ reporting }: { readonly reporting: Reporting }) {
  const { t } = useTranslation('review');
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState<'opened' | 'replaced' | 'closed' | null>(null);
  const { state, calendar, earlier, upcoming, promises } = reporting;
  // The form that had the focus is gone afterwards.
  const done = (what: 'opened' | 'replaced' | 'closed') => {
    setSaid(what);
    heading.current?.focus();
  };
  return (
    <div className="stack-loose">
      <section className="section">
        <h2 tabIndex={-1} ref={heading}>
          {t('reporting.title')}
        </h2>
        <div role="status">{said ? <Notice tone="good" title={t(`reporting.done.${said}`)} /> : null}</div>
        <p>
          <Badge tone={state === 'open' ? 'good' : 'plain'}>{t(`reporting.state.${state}`)}</Badge>
        </p>
        <p className="prose">{t(`reporting.stateText.${state}`)}</p>
        {calendar ? <CalendarFacts of={calendar} /> : null}
      </section>
      {calendar ? (
        <section className="section">
          <h2>{t('reporting.upcoming')}</h2>
          <PlannedRequests
            caption={t('reporting.upcoming')}
            none={t('reporting.upcomingNone')}
            requests={upcoming}
            promises={promises}
          />
        </section>
      ) : null}
      <section className="section">
        <h2>{t('reporting.who')}</h2>
        {promises.length === 0 ? (
          <Empty title={t('reporting.noPromise')} />
        ) : (
          <ReportedPromises promises={promises} />
        )}
      </section>
      <Arrange key={`${state} ${calendar?.id}`} reporting={reporting} onDone={done} />
      {earlier.length > 0 ? (
        <section className="section">
          <h2>{t('reporting.earlier')}</h2>
          {earlier.map((one) => (
            <CalendarFacts key={one.id} of={one} />
          ))}
        </section>
      ) : null}
    </div>
  );
}

/** What the reader may do about it now, and why not where they may not. */
function Arrange({
  reporting,
  onDone,
}: {
  readonly reporting: Reporting;
  readonly onDone: (said: 'opened' | 'replaced' | 'closed') => void;
}) {
  const { t } = useTranslation('review');
  const offerOf = (action: string) => reporting.allowedActions.find((one) => one.action === action);
  if (reporting.state !== 'open') {
    const offer = offerOf('open');
    return (
      <section className="section no-print">
        <h2>{t('reporting.open')}</h2>
        {offer?.allowed ? (
          <ArrangeReporting reporting={reporting} onDone={onDone} />
        ) : (
          <Notice tone="attention" title={t('reporting.cannotOpen')}>
            {offer?.reason}
          </Notice>
        )}
      </section>
    );
  }
  const [change, close] = [offerOf('change'), offerOf('close')];
  return (
    <section className="section no-print">
      <h2>{t('reporting.otherwise')}</h2>
      {change?.allowed ? (
        <details>
          <summary>{t('reporting.replace')}</summary>
          <ArrangeReporting reporting={reporting} onDone={onDone} />
        </details>
      ) : (
        <Notice tone="attention" title={t('reporting.cannotChange')}>
          {change?.reason}
        </Notice>
      )}
      {close?.allowed ? (
        <details>
          <summary>{t('reporting.close')}</summary>
          <CloseReporting reporting={reporting} onDone={onDone} />
        </details>
      ) : null}
    </section>
  );
}
