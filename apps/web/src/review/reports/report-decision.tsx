import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { readFigure } from '@/formats/read-figure';
import { Button } from '@/ui/button';
import { SelectField, TextArea, TextField } from '@/ui/field';
import { useText } from '@/ui/text';
import { useAfterDecision } from '../queue/use-queue';
import { Refusal } from '../refusal';
import { OUTCOMES, type Report, STAGES } from './reported';

/** In the order in which they are thought of; what writers do with a report is done where it is written. */
const ACTIONS = [
  ...(['take_up', 'accept', 'accept_with_reservation', 'return', 'reject', 'uphold', 'dispute'] as const),
];
type Action = (typeof ACTIONS)[number];

/** What does not follow from the state at all is no offer, and is left out. */
const NOT_FROM_HERE = 'action_not_possible';
const WANTS_REASON: readonly Action[] = ['accept_with_reservation', 'return', 'reject', 'uphold', 'dispute'];
/** After these the reader goes on with this report; after the others with the next. */
const STAYS: readonly Action[] = ['take_up'];
const WEIGHTS: Readonly<Partial<Record<Action, 'main' | 'grave'>>> = { accept: 'main', reject: 'grave' };

/** The decision about a report: what the reader may do now, and of the rest, why they may not. */
export function ReportDecision({ report }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const text = useText();
  const refresh = useRefresh();
  const afterDecision = useAfterDecision();
  const [reason, setReason] = useState('');
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState<ReadonlyMap<string, string>>(new Map());
  const [taken, setTaken] = useState<Action | null>(null);
  const act = useApi().useMutation('post', '/api/v1/reports/{id}/transitions');
  const offers = ACTIONS.flatMap((action) =>
    report.allowedActions
      .filter((offer) => offer.action === action && offer.code !== NOT_FROM_HERE)
      .map((offer) => ({ ...offer, action })),
  );
  const errors = new Map([...fieldErrorsOf(act.error), ...missing]);
  const mayReserve = offers.some(({ action, allowed }) => action === 'accept_with_reservation' && allowed);

  const decide = (action: Action) => {
    const acceptedValue = action === 'accept_with_reservation' ? readValue(value, report) : null;
    const wanted = new Map<string, string>();
    if (WANTS_REASON.includes(action) && !reason.trim()) wanted.set('reason', t('reports.reasonMissing'));
    if (action === 'accept_with_reservation' && acceptedValue === null) {
      wanted.set('acceptedValue', t('reports.valueMissing'));
    }
    setMissing(wanted);
    const [first] = wanted.keys();
    if (first) return document.getElementById(`field-${first}`)?.focus();
    setTaken(action);
    return act.mutate(
      {
        params: { path: { id: report.id }, header: { 'If-Match': `"${report.revision}"` } },
        body: { action, reason: reason.trim() || null, acceptedValue },
      },
      {
        onSuccess: ({ state }) => {
          setReason('');
          setValue('');
          if (STAYS.includes(action)) return void refresh();
          // A large figure stays under review until a second verifier accepts the same.
          const isHalf = state === 'in_review';
          const title = text(report.commitment.title);
          return void afterDecision(
            {
              said: t(isHalf ? 'reports.said.half' : `reports.said.${action as 'accept'}`, { title }),
              links: [{ to: `/staff/reports/${report.id}`, name: t('reports.one') }],
            },
            `/staff/reports/${report.id}`,
          );
        },
      },
    );
  };

  if (offers.length === 0) return null;
  return (
    <section className="section" aria-labelledby="decision">
      <h2 id="decision">{t('decision.title')}</h2>
      <form className="decision" noValidate onSubmit={(event: FormEvent) => event.preventDefault()}>
        <Refusal error={act.error} onReadAgain={() => refresh().then(() => act.reset())} />
        {mayReserve ? (
          <OtherValue report={report} value={value} error={errors.get('acceptedValue')} onChange={setValue} />
        ) : null}
        <TextArea
          field="reason"
          label={t('decision.reason')}
          hint={t('reports.reasonHint')}
          error={errors.get('reason') ?? null}
          dir="auto"
          value={reason}
          maxLength={4000}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="actions decision-actions">
          {offers.map(({ action, allowed, reason: why }) => (
            <Button
              key={action}
              weight={WEIGHTS[action] ?? 'plain'}
              busy={act.isPending && taken === action}
              hindrance={allowed ? null : (why ?? '')}
              onClick={() => decide(action)}
            >
              {t(`reports.action.${action}`)}
            </Button>
          ))}
        </div>
      </form>
    </section>
  );
}

/** The value that the verifier follows instead of the claimed one, in the measure of the promise. */
function OtherValue({
  report: { commitment },
  value,
  error,
  onChange,
}: {
  readonly report: Report;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation('review');
  const texts = {
    ...{ field: 'acceptedValue', label: t('reports.otherValue'), hint: t('reports.otherValueHint') },
    ...{ error: error ?? null, optional: true },
  };
  if (commitment.measure === 'quantity') {
    return (
      <TextField
        {...texts}
        inputMode="decimal"
        autoComplete="off"
        dir="auto"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  const choices =
    commitment.measure === 'completion'
      ? STAGES.map((stage, index) => ({ value: String(index), label: t(`reports.stage.${stage}`) }))
      : OUTCOMES.map((outcome, index) => ({ value: String(index), label: t(`reports.outcome.${outcome}`) }));
  return (
    <SelectField
      {...texts}
      choices={choices}
      none={t('reports.noOther')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** The typed value as a number; null when there is none, or when it is not understood. */
function readValue(typed: string, { commitment }: Report): number | null {
  if (!typed.trim()) return null;
  if (commitment.measure !== 'quantity') return Number(typed);
  const read = readFigure(typed);
  if (typeof read === 'string') return null;
  return read.unit === null || read.unit === commitment.unit ? read.value : null;
}
