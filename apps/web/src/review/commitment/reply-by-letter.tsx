import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';

/** Enters a reply that came by letter; it is marked so wherever it is shown. */
export function ReplyByLetter({
  noticeId,
  onDone,
}: {
  readonly noticeId: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('review');
  const refresh = useRefresh();
  const [reply, setReply] = useState('');
  const [missing, setMissing] = useState(false);
  const give = useApi().useMutation('post', '/api/v1/notices/{id}/reply');
  const field = `reply-${noticeId}`;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reply.trim()) {
      setMissing(true);
      return document.getElementById(`field-${field}`)?.focus();
    }
    return give.mutate(
      { params: { path: { id: noticeId } }, body: { reply: reply.trim() } },
      {
        onSuccess: () => {
          onDone();
          void refresh();
        },
      },
    );
  };
  return (
    <details className="no-print">
      <summary>{t('reply.enter')}</summary>
      <form className="stack step-form" noValidate onSubmit={send}>
        <ErrorSummary error={give.error} />
        <TextArea
          field={field}
          label={t('reply.text')}
          hint={t('reply.textHint')}
          error={
            missing && !reply.trim()
              ? t('reply.textMissing')
              : (fieldErrorsOf(give.error).get('reply') ?? null)
          }
          dir="auto"
          maxLength={4000}
          value={reply}
          onChange={({ target }) => setReply(target.value)}
        />
        <div>
          <Button type="submit" busy={give.isPending}>
            {t('reply.enterNow')}
          </Button>
        </div>
      </form>
    </details>
  );
}
