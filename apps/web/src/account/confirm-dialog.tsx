import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { ConfirmFields, NOTHING_SHOWN, confirmationOf } from './confirm-fields';
import type { Account } from '@/app/session';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

interface ConfirmDialogProps<Answer> {
  readonly account: Account;
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** What the button says. */
  readonly action: string;
  readonly grave?: boolean;
  readonly onClose: () => void;
  readonly request: (body: ReturnType<typeof confirmationOf>) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
}

/** Asks the holder once more who they are before credentials change. */
export function ConfirmDialog<Answer extends { error?: unknown; response: Response }>(
  props: ConfirmDialogProps<Answer>,
) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <ConfirmForm {...props} />
    </Dialog>
  );
}

function ConfirmForm<Answer extends { error?: unknown; response: Response }>({
  account,
  text,
  action,
  grave = false,
  onClose,
  request,
  onDone,
}: ConfirmDialogProps<Answer>) {
  const { t } = useTranslation('ui');
  const [value, setValue] = useState(NOTHING_SHOWN);
  const { error, busy, seconds, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => request(confirmationOf(value)),
      (answer) => {
        onClose();
        onDone(answer);
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{text}</p>
      <ErrorSummary error={error} />
      <WaitingNotice seconds={seconds} />
      <ConfirmFields account={account} value={value} onChange={setValue} errors={fieldErrorsOf(error)} />
      <div className="actions">
        <Button type="submit" weight={grave ? 'grave' : 'main'} busy={busy}>
          {action}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
