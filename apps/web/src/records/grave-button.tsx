import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';

interface Sent {
  readonly error?: unknown;
  readonly response: Response;
}

interface GraveButtonProps<Answer extends Sent> {
  readonly label: string;
  /** What follows, asked before it is done. */
  readonly text: string;
  readonly hindrance?: string | null;
  readonly send: () => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void;
}

/** What is hard to take back: it says what follows, and asks. */
export function GraveButton<Answer extends Sent>(props: GraveButtonProps<Answer>) {
  const { label, text, hindrance, send: request, onDone } = props;
  const { t } = useTranslation('records');
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const { error, busy, send } = useSending();
  const act = () =>
    void send(request, (answer) => {
      setOpen(false);
      setDone(true);
      onDone?.(answer);
      void refresh();
    });
  return (
    <>
      <Button weight="grave" hindrance={hindrance} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <span role="status" className="small">
        {done ? t('done') : ''}
      </span>
      <Dialog open={open} title={label} onClose={() => setOpen(false)}>
        <ErrorSummary error={error} />
        <p>{text}</p>
        <div className="actions">
          <Button weight="grave" busy={busy} onClick={act}>
            {label}
          </Button>
          <Button weight="quiet" onClick={() => setOpen(false)}>
            {t('form.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
