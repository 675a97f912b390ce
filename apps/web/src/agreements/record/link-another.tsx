import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { ChoiceGroup, SelectField, TextArea, TextField } from '@/ui/field';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';

const KINDS = ['same_project', 'continued_by', 'implemented_by', 'superseded_by'] as const;

/** Links this agreement to another, which is searched for by its words or reference. */
export function LinkAnother({
  agreement,
  onClose,
}: {
  readonly agreement: Agreement;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['agreements', 'ui']);
  const word = useWord();
  const text = useText();
  const api = useApi();
  const refresh = useRefresh();
  const [q, setQ] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('same_project');
  const [reason, setReason] = useState('');
  const link = api.useMutation('post', '/api/v1/agreements/{id}/links');
  const found = api.useQuery(
    'get',
    '/api/v1/agreements',
    { params: { query: { q: q.trim(), limit: 8 } } },
    { enabled: q.trim().length > 1 },
  );
  const errors = fieldErrorsOf(link.error);
  const others = (found.data?.items ?? []).filter(({ id }) => id !== agreement.id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    link.mutate(
      { params: { path: { id: agreement.id } }, body: { toAgreementId: to, kind, reason: reason.trim() } },
      { onSuccess: () => void refresh().then(onClose) },
    );
  };
  return (
    <Dialog open title={t('links.record')} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <ErrorSummary error={link.error} />
        <TextField
          label={t('links.search')}
          type="search"
          dir="auto"
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        {others.length > 0 ? (
          <ChoiceGroup
            label={t('links.other')}
            field="toAgreementId"
            error={errors.get('toAgreementId')}
            choices={others.map(({ id, title, reference }) => ({
              value: id,
              label: text(title),
              hint: reference,
            }))}
            chosen={[to]}
            onChange={([id = '']) => setTo(id)}
          />
        ) : (
          <p className="muted" role="status">
            {found.isFetched && q.trim().length > 1 ? t('list.none') : null}
          </p>
        )}
        <SelectField
          label={t('links.kind')}
          hint={t('links.kindHint')}
          choices={KINDS.map((value) => ({ value, label: word('linkKind', value) }))}
          value={kind}
          onChange={({ target }) => setKind(target.value as (typeof KINDS)[number])}
        />
        <TextArea
          label={t('record.reason')}
          field="reason"
          error={errors.get('reason')}
          dir="auto"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="actions">
          <Button type="submit" weight="main" busy={link.isPending}>
            {t('links.record')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
