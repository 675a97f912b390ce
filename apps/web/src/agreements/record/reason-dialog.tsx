import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';

/** Something that is done with a reason alone. */
export function ReasonDialog({
  title,
  action,
  onSend,
  onClose,
}: {
  readonly title: string;
  readonly action: string;
  readonly onSend: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['agreements', 'ui']);
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onSend(reason.trim());
      await refresh();
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <ErrorSummary error={error} />
        <TextArea
          label={t('record.reason')}
          field="reason"
          error={fieldErrorsOf(error).get('reason')}
          dir="auto"
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="actions">
          <Button type="submit" weight="grave" busy={busy}>
            {action}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
