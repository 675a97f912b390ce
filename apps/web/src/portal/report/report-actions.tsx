import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { useClient, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Refusal } from '@/review/refusal';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import type { ReportRecord } from './report-draft';

/** What an organisation may do about a report that is out of its hands, each with a reason. */
const REASONED = ['appeal', 'dispute', 'withdraw'] as const;
type Reasoned = (typeof REASONED)[number];

/** Decisions after which the same period may be reported once more. */
const CORRECTABLE: readonly string[] = ['accepted', 'accepted_with_reservation', 'disputed', 'rejected'];

const buttonOf = (action: Reasoned) => `action-${action}`;

/** Appeals, disputes, takes back or corrects; only what is possible now is there. */
export function ReportActions({ record }: { readonly record: ReportRecord }) {
  const { t } = useTranslation('portal');
  const heading = useRef<HTMLHeadingElement>(null);
  const cancelled = useRef<Reasoned | null>(null);
  const [opened, setOpened] = useState<Reasoned | null>(null);
  const [said, setSaid] = useState<Reasoned | null>(null);
  // The button that opened the form is there again, and takes the focus back from what is gone.
  useEffect(() => {
    if (opened === null && cancelled.current) document.getElementById(buttonOf(cancelled.current))?.focus();
    cancelled.current = null;
  }, [opened]);
  const open = (action: Reasoned) => {
    setSaid(null);
    setOpened(action);
  };
  const done = (action: Reasoned) => {
    setSaid(action);
    setOpened(null);
    heading.current?.focus();
  };
  const possible = REASONED.filter((action) =>
    record.allowedActions.some((offer) => offer.action === action && offer.allowed),
  );
  const mayCorrect = CORRECTABLE.includes(record.state) && record.correctedById === null;
  if (possible.length === 0 && !mayCorrect && said === null) return null;
  return (
    <section className="section no-print">
      <h2 tabIndex={-1} ref={heading}>
        {t('actions.title')}
      </h2>
      <div role="status">{said ? <Notice tone="good" title={t(`actions.done.${said}`)} /> : null}</div>
      {opened ? (
        <WithReason
          key={opened}
          record={record}
          action={opened}
          onDone={() => done(opened)}
          onCancel={() => {
            cancelled.current = opened;
            setOpened(null);
          }}
        />
      ) : (
        <div className="actions">
          {possible.map((action) => (
            <Button key={action} id={buttonOf(action)} onClick={() => open(action)}>
              {t(`actions.${action}`)}
            </Button>
          ))}
          {mayCorrect ? <Correct record={record} /> : null}
        </div>
      )}
    </section>
  );
}

function WithReason({
  record,
  action,
  onDone,
  onCancel,
}: {
  readonly record: ReportRecord;
  readonly action: Reasoned;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['portal', 'ui']);
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) {
      setMissing(true);
      return document.getElementById('field-reason')?.focus();
    }
    return void send(
      () =>
        client.POST('/api/v1/reports/{id}/transitions', {
          params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
          body: { action, reason: reason.trim() },
        }),
      () => {
        onDone();
        void refresh();
      },
    );
  };
  useEffect(() => document.getElementById('field-reason')?.focus(), []);
  return (
    <form className="stack record-form" noValidate onSubmit={submit}>
      <Refusal error={error} onReadAgain={refresh} />
      <TextArea
        field="reason"
        label={t(`actions.why.${action}`)}
        hint={t('actions.whyHint')}
        error={
          missing && !reason.trim()
            ? t('actions.reasonMissing')
            : (fieldErrorsOf(error).get('reason') ?? null)
        }
        dir="auto"
        maxLength={4000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="actions">
        <Button type="submit" weight={action === 'withdraw' ? 'grave' : 'main'} busy={busy}>
          {t(`actions.${action}`)}
        </Button>
        <Button weight="quiet" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Begins a report on the same period; what was accepted stays until the correction is accepted. */
function Correct({ record }: { readonly record: ReportRecord }) {
  const { t } = useTranslation('portal');
  const client = useClient();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { error, busy, send } = useSending();
  const begin = () =>
    send(
      () =>
        client.POST('/api/v1/commitments/{id}/reports', {
          params: { path: { id: record.commitment.id } },
          body: { correctsId: record.id },
        }),
      ({ data }) => {
        void refresh();
        if (data) void navigate(`/portal/reports/${data.id}`);
      },
    );
  return (
    <>
      <Button busy={busy} onClick={() => void begin()}>
        {t('actions.correct')}
      </Button>
      <Refusal error={error} onReadAgain={refresh} />
    </>
  );
}
