import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import type { AgreementRecord } from '../draft/draft-page';
import { Refusal } from '../refusal';

/** One director agrees that another reopens what ended long ago, exactly as it now stands. */
export function ReopeningConsent({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('review');
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const agree = useApi().useMutation('post', '/api/v1/agreements/{id}/reopening-consents');
  if (agree.isSuccess) {
    return (
      <div role="status">
        <Notice tone="good" title={t('consent.given')}>
          {t('consent.givenText')}
        </Notice>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    agree.mutate(
      {
        params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
        body: { reason: reason.trim() },
      },
      { onSuccess: () => void refresh() },
    );
  };
  return (
    <section className="section">
      <h2>{t('consent.title')}</h2>
      <p className="prose">{t('consent.text')}</p>
      <form className="stack" noValidate onSubmit={send}>
        <Refusal error={agree.error} onReadAgain={() => refresh().then(() => agree.reset())} />
        <TextArea
          field="reason"
          label={t('decision.reason')}
          error={fieldErrorsOf(agree.error).get('reason') ?? null}
          value={reason}
          maxLength={4000}
          onChange={({ target }) => setReason(target.value)}
        />
        <div>
          <Button type="submit" weight="main" busy={agree.isPending}>
            {t('consent.agree')}
          </Button>
        </div>
      </form>
    </section>
  );
}
