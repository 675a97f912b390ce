import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import { useClient, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Refusal } from '@/review/refusal';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Checkbox } from '@/ui/field';
import { AboutReport } from './about-report';
import { BreakdownFields } from './breakdown-fields';
import { ClaimFields } from './claim-fields';
import { EvidenceSection } from './evidence-section';
import type { ReportRecord } from './report-draft';
import { ReportSaving } from './report-saving';
import { StoryFields } from './story-fields';
import { unfinishedOf } from './unfinished';
import { useReportStore } from './use-report-store';

/** What this page refuses by itself, in the form of a refusal of the register. */
const UNFINISHED = { type: 'about:blank', status: 422, code: 'report_unfinished', instance: '' } as const;

/** A report as it is written: figure, what supports it, what holds it up; attested when it is submitted. */
export function ReportForm({
  record,
  onBehalf,
}: {
  readonly record: ReportRecord;
  /** Whether an officer writes it for the organisation. */
  readonly onBehalf: boolean;
}) {
  const { t } = useTranslation('portal');
  const client = useClient();
  const refresh = useRefresh();
  const store = useReportStore(record);
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  const { error, busy, send } = useSending();
  const [attested, setAttested] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const offer = record.allowedActions.find(({ action }) => action === 'submit');
  const mayNot = offer?.allowed === false ? offer.reason : null;
  const hindrance = mayNot ?? (attested ? null : t('submit.attestFirst'));
  const submit = async () => {
    setRefused(null);
    await store.flush();
    const { saving, error: why, record: now, content, unread } = store.snapshot();
    const unfinished = unfinishedOf(content, unread);
    if (unfinished.length > 0) {
      const errors = unfinished.map(({ field, what }) => ({
        ...{ field, code: `unfinished_${what}`, message: t(`submit.unfinishedField.${what}`) },
      }));
      return setRefused({ ...UNFINISHED, title: t('submit.unfinished'), errors } satisfies Problem);
    }
    if (saving !== 'saved') return setRefused(why);
    await send(
      () =>
        client.POST('/api/v1/reports/{id}/transitions', {
          params: { path: { id: record.id }, header: { 'If-Match': `"${now.revision}"` } },
          body: { action: 'submit' },
        }),
      () => {
        store.close();
        void refresh();
      },
    );
  };
  const wrong = refused ?? error ?? state.error;
  return (
    <div className="stack">
      {refused ? (
        <ErrorSummary error={refused} />
      ) : (
        <Refusal error={error} onReadAgain={() => store.refresh()} />
      )}
      <AboutReport record={record} />
      <ClaimFields store={store} state={state} error={wrong} />
      <EvidenceSection store={store} state={state} error={wrong} />
      {record.commitment.measure === 'quantity' ? (
        <BreakdownFields store={store} state={state} error={wrong} />
      ) : null}
      <StoryFields store={store} state={state} error={wrong} />
      <section className="section">
        <h2>{t('submit.title')}</h2>
        {mayNot ? null : (
          <Checkbox
            label={t(onBehalf ? 'onBehalf.attest' : 'submit.attest')}
            hint={t(onBehalf ? 'onBehalf.attestHint' : 'submit.attestHint')}
            checked={attested}
            onChange={({ currentTarget }) => setAttested(currentTarget.checked)}
          />
        )}
        <ReportSaving store={store} state={state} />
        <div className="actions">
          <Button weight="main" busy={busy} hindrance={hindrance} onClick={() => void submit()}>
            {t('submit.send')}
          </Button>
        </div>
      </section>
    </div>
  );
}
