import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';

/** A record that another leads to, or that leads here. */
export interface RelatedRecord {
  readonly id: string;
  readonly name: ReactNode;
}

interface MergedIntoProps {
  readonly list: 'organisations' | 'persons';
  readonly into: RelatedRecord;
  /** Sends the undoing; nothing is offered when the caller may not. */
  readonly separate: ((reason: string) => Promise<{ error?: unknown; response: Response }>) | null;
}

/** On the record that went: which one stays, the way to it, and the way back. */
export function MergedInto({ list, into, separate }: MergedIntoProps) {
  const { t } = useTranslation('people');
  const [open, setOpen] = useState(false);
  return (
    <Notice tone="attention" title={t('merge.wasMerged')}>
      <div className="stack">
        <p>
          {t('merge.staysIs')}{' '}
          <Link to={`/staff/${list}/${into.id}`}>
            <bdi>{into.name}</bdi>
          </Link>
        </p>
        {separate ? (
          <div>
            <Button onClick={() => setOpen(true)}>{t('merge.separate')}</Button>
          </div>
        ) : null}
        {separate && open ? <SeparateDialog separate={separate} onClose={() => setOpen(false)} /> : null}
      </div>
    </Notice>
  );
}

function SeparateDialog({
  separate,
  onClose,
}: {
  readonly separate: NonNullable<MergedIntoProps['separate']>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['people', 'ui']);
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const { error, busy, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => separate(reason.trim()),
      () => void refresh().then(onClose),
    );
  };
  return (
    <Dialog open title={t('merge.separate')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={error} />
        <p>{t('merge.separateText')}</p>
        <TextArea
          label={t('merge.separateReason')}
          field="reason"
          error={fieldErrorsOf(error).get('reason')}
          dir="auto"
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="actions">
          <Button type="submit" weight="grave" busy={busy}>
            {t('merge.separate')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface MergedFromProps {
  readonly list: 'organisations' | 'persons';
  readonly merged: readonly (RelatedRecord & { readonly spellings: readonly string[] })[];
}

/** On the record that stays: the records that lead to it, with the spellings that they brought, and what was just merged. */
export function MergedFrom({ list, merged }: MergedFromProps) {
  const { t } = useTranslation('people');
  const [search] = useSearchParams();
  const just = merged.find(({ id }) => id === search.get('merged'));
  if (merged.length === 0) return null;
  return (
    <section className="section">
      {just ? (
        <div role="status">
          <Notice tone="good" title={t('merge.done')}>
            <Link to={`/staff/${list}/${just.id}`}>{t('merge.toUndo')}</Link>
          </Notice>
        </div>
      ) : null}
      <h2>{t('merge.from')}</h2>
      <ul>
        {merged.map(({ id, name, spellings }) => (
          <li key={id}>
            <Link to={`/staff/${list}/${id}`}>
              <bdi>{name}</bdi>
            </Link>
            {spellings.map((spelling) => (
              <span key={spelling} className="muted">
                {' · '}
                <bdi>{spelling}</bdi>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
