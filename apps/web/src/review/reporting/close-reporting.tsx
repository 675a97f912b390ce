import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { Refusal } from '../refusal';
import type { Reporting } from './reporting-form';

/** Ends reporting with a reason. */
export function CloseReporting({
  reporting,
  onDone,
}: {
  readonly reporting: Reporting;
  readonly onDone: (said: 'closed') => void;
}) {
  const { t } = useTranslation('review');
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const close = useApi().useMutation('post', '/api/v1/agreements/{id}/reporting/closing');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) {
      setMissing(true);
      return document.getElementById('field-closing-reason')?.focus();
    }
    return close.mutate(
      {
        params: { path: { id: reporting.id }, header: { 'If-Match': `"${reporting.revision}"` } },
        body: { reason: reason.trim() },
      },
      {
        onSuccess: () => {
          onDone('closed');
          void refresh();
        },
      },
    );
  };
  return (
    <form className="stack step-form" noValidate onSubmit={send}>
      <p className="prose">{t('reporting.closeText')}</p>
      <Refusal error={close.error} onReadAgain={() => refresh().then(() => close.reset())} />
      <TextArea
        field="closing-reason"
        label={t('reporting.whyClosed')}
        error={
          missing && !reason.trim()
            ? t('decision.reasonMissing')
            : (fieldErrorsOf(close.error).get('reason') ?? null)
        }
        dir="auto"
        maxLength={4000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div>
        <Button type="submit" weight="grave" busy={close.isPending}>
          {t('reporting.closeNow')}
        </Button>
      </div>
    </form>
  );
}
