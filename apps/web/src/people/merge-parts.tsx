import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import { useLanguage, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { ChoiceGroup, TextArea, TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';
import type { components } from '../../.generated/schema';

/** What previews of organisations and of persons have in common. */
type Preview = Pick<
  components['schemas']['OrganisationMergePreviewResponse'],
  'effects' | 'agreements' | 'hindrances'
>;

/** One of the records that may be the other one, as it is offered. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface ChooseOtherProps {
  /** Records much alike; shown until something is typed. */
  readonly likely: readonly Candidate[];
  readonly found: readonly Candidate[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which record is the same: those much alike first, any other by its name. */
export function ChooseOther({ likely, found, typed, onType, chosen, onChoose }: ChooseOtherProps) {
  const { t } = useTranslation('people');
  const offered = typed.trim() === '' ? likely : found;
  return (
    <div className="stack">
      <TextField
        label={t('merge.search')}
        hint={t('searchHint')}
        type="search"
        dir="auto"
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {offered.length > 0 ? (
        <ChoiceGroup
          label={typed.trim() === '' ? t('merge.likely') : t('merge.found')}
          field="intoId"
          choices={offered.map(({ id, name, detail }) => ({
            value: id,
            label: name,
            hint: detail,
          }))}
          chosen={[chosen]}
          onChange={([id = '']) => onChoose(id)}
        />
      ) : (
        <p className="muted" role="status">
          {t(typed.trim() === '' ? 'merge.noneLikely' : 'merge.noneFound')}
        </p>
      )}
    </div>
  );
}

/** What keeps the caller from merging, and what a merge moves. */
export function MergeEffects({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation(['people', 'words']);
  const language = useLanguage();
  const { hindrances, effects, agreements } = preview;
  return (
    <>
      {hindrances.length > 0 ? (
        <Notice tone="attention" title={t('merge.hindered')}>
          <ul>
            {hindrances.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <section className="section">
        <h2>{t('merge.moves')}</h2>
        {effects.length > 0 ? (
          <ul>
            {effects.map(({ what, count }) => (
              <li key={what}>
                {t(`merge.effect.${what}`)}: {formatNumber(count, language)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('merge.nothingMoves')}</p>
        )}
        {agreements.some(({ namesBoth }) => namesBoth) ? (
          <Notice tone="attention" title={t('merge.both')}>
            {t('merge.bothText')}
          </Notice>
        ) : null}
        {agreements.length > 0 ? (
          <Table
            caption={t('merge.agreements')}
            rows={agreements}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'reference',
                heading: t('words:field.reference'),
                cell: ({ id, reference }) => (
                  <Link className="nowrap" to={`/staff/agreements/${id}`}>
                    {reference}
                  </Link>
                ),
              },
              {
                key: 'title',
                heading: t('words:field.title'),
                isRowHeading: true,
                cell: ({ title, namesBoth }) => (
                  <>
                    <Text of={title} />{' '}
                    {namesBoth ? <Badge tone="attention">{t('merge.namesBoth')}</Badge> : null}
                  </>
                ),
              },
            ]}
          />
        ) : null}
      </section>
    </>
  );
}

interface MergeFormProps {
  readonly hindered: boolean;
  readonly send: (reason: string) => Promise<{ readonly error?: unknown; readonly response: Response }>;
  readonly onMerged: () => void;
  /** More to decide, above the reason; it is told what was refused, by field. */
  readonly children?: (errors: ReadonlyMap<string, string>) => ReactNode;
}

/** Why the two are one, and the step itself; it can be undone, which is said beside it. */
export function MergeForm({ hindered, send: request, onMerged, children }: MergeFormProps) {
  const { t } = useTranslation(['people', 'records']);
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const { error, busy, send } = useSending();
  const errors = fieldErrorsOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => request(reason.trim()),
      () => void refresh().then(onMerged),
    );
  };
  return (
    <form className="stack record-form" onSubmit={submit} noValidate>
      <ErrorSummary error={error} />
      {isProblem(error, 'stale_record') ? (
        <div>
          <Button onClick={() => void refresh()}>{t('records:form.readAgain')}</Button>
        </div>
      ) : null}
      {children?.(errors)}
      <TextArea
        label={t('merge.reason')}
        hint={t('merge.reasonHint')}
        field="reason"
        error={errors.get('reason')}
        dir="auto"
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="muted">{t('merge.undoable')}</p>
      <div className="actions">
        <Button type="submit" weight="grave" busy={busy} hindrance={hindered ? t('merge.hindered') : null}>
          {t('merge.action')}
        </Button>
      </div>
    </form>
  );
}
