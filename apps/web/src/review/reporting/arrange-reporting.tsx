import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { fieldId } from '@/ui/field';
import { Refusal } from '../refusal';
import { CalendarFields } from './calendar-fields';
import { PlannedRequests } from './planned-requests';
import {
  type PlannedRequest,
  type Reporting,
  type TypedCalendar,
  beginCalendar,
  missingFields,
  requestOf,
} from './reporting-form';
import '../steps/steps.css';

/** Opens a calendar, or puts another in its place: typed, looked at in all that it would ask, then written. */
export function ArrangeReporting({
  reporting,
  onDone,
}: {
  readonly reporting: Reporting;
  readonly onDone: (said: 'opened' | 'replaced') => void;
}) {
  const { t } = useTranslation('review');
  const api = useApi();
  const refresh = useRefresh();
  const [typed, setTyped] = useState<TypedCalendar>(() => beginCalendar(reporting));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState<readonly PlannedRequest[] | null>(null);
  const preview = api.useMutation('post', '/api/v1/agreements/{id}/reporting/preview');
  const arrange = api.useMutation('put', '/api/v1/agreements/{id}/reporting');
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = reporting.state === 'open';

  const request = () => ({
    params: { path: { id: reporting.id }, header: { 'If-Match': `"${reporting.revision}"` } },
    body: requestOf(typed, reporting),
  });
  const change = (part: Partial<TypedCalendar>) => {
    setTyped({ ...typed, ...part });
    // What was looked at was another calendar.
    setLooked(null);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    const left = missingFields(typed, reporting);
    setMissing(left);
    const [first] = left;
    if (first !== undefined) return document.getElementById(fieldId(first))?.focus();
    arrange.reset();
    return preview.mutate(request(), {
      onSuccess: ({ requests }) => {
        setLooked(requests);
        window.requestAnimationFrame(() => heading.current?.focus());
      },
    });
  };
  const write = () =>
    arrange.mutate(request(), {
      onSuccess: () => {
        onDone(isOpen ? 'replaced' : 'opened');
        void refresh();
      },
    });
  const readAgain = async () => {
    await refresh();
    setLooked(null);
    preview.reset();
    arrange.reset();
  };
  const error = arrange.error ?? preview.error;
  const errors = new Map([
    ...missing.map((field) => [field, t(`reporting.missing.${wantedOf(field)}`)] as const),
    ...fieldErrorsOf(error),
  ]);
  return (
    <>
      <form className="stack step-form no-print" noValidate onSubmit={look}>
        <Refusal error={error} onReadAgain={readAgain} />
        <CalendarFields reporting={reporting} typed={typed} change={change} errors={errors} />
        <div>
          <Button type="submit" weight={looked ? 'plain' : 'main'} busy={preview.isPending}>
            {t('reporting.look')}
          </Button>
        </div>
      </form>
      {looked ? (
        <section className="section">
          <h3 tabIndex={-1} ref={heading}>
            {t('reporting.would')}
          </h3>
          <PlannedRequests
            caption={t('reporting.would')}
            none={t('reporting.wouldNone')}
            requests={looked}
            promises={reporting.promises}
          />
          <div className="actions no-print">
            <Button weight="main" busy={arrange.isPending} onClick={write}>
              {t(isOpen ? 'reporting.replaceNow' : 'reporting.openNow')}
            </Button>
          </div>
        </section>
      ) : null}
    </>
  );
}

/** What a field wants, whichever of its kind it is. */
function wantedOf(field: string): 'dates' | 'days' | 'rule' | 'reason' {
  if (field.endsWith('Days')) return 'days';
  if (field.startsWith('countingRules')) return 'rule';
  return field === 'dates' ? 'dates' : 'reason';
}
