import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { useDraft } from './draft/draft-context';
import { useIdempotencyKey } from './pickers/use-idempotency-key';

/** Gives the draft up, after it was asked whether that is meant and why. */
export function WithdrawDraft() {
  const { t } = useTranslation(['logging', 'ui']);
  const { agreementId, state, store } = useDraft();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const idempotencyKey = useIdempotencyKey();
  const act = useApi().useMutation('post', '/api/v1/agreements/{id}/draft/transitions');
  const offer = state.record.allowedActions.find(({ action }) => action === 'withdraw');
  const errors = fieldErrorsOf(act.error);
  const withdraw = async () => {
    await store.flush();
    const { revision } = store.snapshot().record;
    const body = { action: 'withdraw' as const, reason: reason.trim() || null };
    act.mutate(
      {
        params: {
          path: { id: agreementId },
          header: { 'If-Match': `"${revision}"`, 'Idempotency-Key': idempotencyKey([body, revision]) },
        },
        body,
      },
      {
        onSuccess: ({ version }) => {
          store.close();
          void refresh();
          void navigate(version ? `/staff/agreements/${agreementId}` : '/staff/agreements');
        },
      },
    );
  };
  return (
    <>
      <Button
        weight="grave"
        hindrance={offer && !offer.allowed ? offer.reason : null}
        onClick={() => setOpen(true)}
      >
        {t('withdraw.title')}
      </Button>
      <Dialog open={open} title={t('withdraw.title')} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void withdraw();
          }}
        >
          <ErrorSummary error={act.error} />
          <p>{t('withdraw.text')}</p>
          <TextArea
            label={t('withdraw.reason')}
            field="reason"
            error={errors.get('reason') ?? null}
            dir="auto"
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className="actions">
            <Button type="submit" weight="grave" busy={act.isPending}>
              {t('withdraw.confirm')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('ui:cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
