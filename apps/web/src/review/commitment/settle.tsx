import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Checkbox, ChoiceGroup, TextArea, TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import type { components } from '../../../.generated/schema';
import { ChooseSource } from '../choose-record';
import { Refusal } from '../refusal';
import type { CommitmentRecord } from './commitment-page';
import { toneOf } from './tone-of';

type Outcome = components['schemas']['SettleCommitmentRequest']['outcome'];

/** The action that leads to each outcome. */
const OUTCOMES: readonly (readonly [action: string, outcome: Outcome])[] = [
  ['cancel', 'cancelled'],
  ['waive', 'waived'],
  ['close_partially', 'closed_partial'],
  ['close_as_not_met', 'closed_not_met'],
  ['close_as_unknown', 'closed_unknown'],
];

/** Decides about a promise: which outcome, why, by which proof; read once more before it is recorded. */
export function Settle({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const offers = OUTCOMES.flatMap(([action, outcome]) => {
    const offer = commitment.allowedActions.find((one) => one.action === action);
    return offer ? [{ ...offer, outcome }] : [];
  });
  const possible = offers.filter(({ allowed }) => allowed);
  const [search, setSearch] = useSearchParams();
  if (offers.length === 0) return null;
  const wanted = search.get('decision');
  const opened = possible.find(({ outcome }) => outcome === wanted);
  const open = (outcome: Outcome | null) => {
    const changed = new URLSearchParams(search);
    if (outcome) changed.set('decision', outcome);
    else changed.delete('decision');
    setSearch(changed, { replace: true, preventScrollReset: true });
  };
  return (
    <section className="section no-print">
      <h2>{t('settle.title')}</h2>
      {opened ? (
        <SettleForm
          key={commitment.id}
          commitment={commitment}
          outcomes={possible.map(({ outcome }) => outcome)}
          outcome={opened.outcome}
          onChoose={open}
          onClose={() => open(null)}
        />
      ) : (
        <div className="actions">
          {offers.map(({ action, allowed, reason, outcome }) => (
            <Button key={action} hindrance={allowed ? null : (reason ?? '')} onClick={() => open(outcome)}>
              {t(`settle.action.${outcome}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function SettleForm({
  commitment,
  outcomes,
  outcome,
  onChoose,
  onClose,
}: {
  readonly commitment: CommitmentRecord;
  readonly outcomes: readonly Outcome[];
  readonly outcome: Outcome;
  readonly onChoose: (outcome: Outcome) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['review', 'words', 'ui']);
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [on, setOn] = useState('');
  const [sourceId, setSourceId] = useState('');
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const settle = useApi().useMutation('post', '/api/v1/commitments/{id}/decisions');
  const errors = fieldErrorsOf(settle.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim() || !sure) return;
    settle.mutate(
      {
        params: { path: { id: commitment.id }, header: { 'If-Match': `"${commitment.revision}"` } },
        body: { outcome, reason: reason.trim(), on: on || null, sourceId: sourceId || null },
      },
      {
        onSuccess: () => {
          onClose();
          void refresh();
        },
      },
    );
  };
  return (
    <form className="decision" noValidate onSubmit={send}>
      <Refusal error={settle.error} onReadAgain={() => refresh().then(() => settle.reset())} />
      <ChoiceGroup
        field="outcome"
        label={t('settle.outcome')}
        error={errors.get('outcome') ?? null}
        chosen={[outcome]}
        onChange={([chosen]) => onChoose(chosen as Outcome)}
        choices={outcomes.map((value) => ({
          value,
          label: t(`settle.action.${value}`),
          hint: t(`statusMeans.${value}`),
        }))}
      />
      <TextArea
        field="reason"
        label={t('decision.reason')}
        error={asked && !reason.trim() ? t('decision.reasonMissing') : (errors.get('reason') ?? null)}
        value={reason}
        maxLength={4000}
        onChange={({ target }) => setReason(target.value)}
      />
      <TextField
        field="on"
        type="date"
        label={t('settle.on')}
        hint={t('step.dayHint')}
        optional
        error={errors.get('on') ?? null}
        value={on}
        onChange={({ target }) => setOn(target.value)}
      />
      <ChooseSource
        label={t('settle.source')}
        field="sourceId"
        error={errors.get('sourceId') ?? null}
        chosen={sourceId}
        onChoose={setSourceId}
      />
      <Notice title={t('settle.effect')}>
        <p>
          <Badge tone={toneOf(commitment.status)}>{t(`words:status.${commitment.status}`)}</Badge>{' '}
          {t('settle.becomes')} <Badge tone={toneOf(outcome)}>{t(`words:status.${outcome}`)}</Badge>
        </p>
        <p>{t('settle.effectText')}</p>
      </Notice>
      <Checkbox label={t('settle.sure')} checked={sure} onChange={({ target }) => setSure(target.checked)} />
      {asked && !sure ? <p className="field-error">{t('settle.sureMissing')}</p> : null}
      <div className="actions">
        <Button type="submit" weight="main" busy={settle.isPending}>
          {t('settle.record')}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
  );
}
