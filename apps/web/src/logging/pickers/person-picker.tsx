import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../.generated/schema';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useLanguage } from '@/app/services';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { type FieldTexts, TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { scriptOf } from './script-of';
import { useIdempotencyKey } from './use-idempotency-key';
import { useSearch } from './use-search';

export type Person = components['schemas']['PersonResponse'];

interface PersonPickerProps extends FieldTexts {
  readonly id: string | null;
  readonly onChoose: (person: Person | null) => void;
  readonly disabled?: boolean;
}

/** One person, found by any form of the name. */
export function PersonPicker({ id, onChoose, disabled, ...texts }: PersonPickerProps) {
  const { t } = useTranslation('logging');
  const { settled, type, text } = useSearch();
  const [recording, setRecording] = useState<string | null>(null);
  const found = usePersons(settled);
  const name = useNameOfPerson();
  const chosen = useApi().useQuery(
    'get',
    '/api/v1/persons/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null, staleTime: 60_000 },
  );
  const items = found.data?.items ?? [];
  return (
    <>
      <Combobox
        {...texts}
        disabled={disabled}
        options={items.map((one) => ({ key: one.id, text: name(one), detail: otherForms(one, name(one)) }))}
        onType={type}
        searching={found.isFetching || text.trim() !== settled}
        chosen={id === null ? null : chosen.data ? name(chosen.data) : ''}
        onChoose={(key) => onChoose(items.find((one) => one.id === key) ?? null)}
        onRecord={setRecording}
        placeholder={t('picker.typeName')}
      />
      <Dialog open={recording !== null} title={t('recordPerson.title')} onClose={() => setRecording(null)}>
        {recording === null ? null : (
          <RecordPerson
            typed={recording}
            onClose={() => setRecording(null)}
            onRecorded={(person) => {
              setRecording(null);
              onChoose(person);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function usePersons(q: string, enabled = true) {
  return useApi().useQuery(
    'get',
    '/api/v1/persons',
    { params: { query: { limit: 8, ...(q ? { q } : {}) } } },
    { placeholderData: keepPreviousData, enabled },
  );
}

/** The form of a name in the page's language, else the preferred one. */
export function useNameOfPerson(): (person: Person) => string {
  const { t } = useTranslation('words');
  const language = useLanguage();
  return ({ names }) =>
    (names.find((one) => one.language === language) ?? names[0])?.value ?? t('absence.erased');
}

function otherForms({ names }: Person, shown: string): string {
  return names
    .map(({ value }) => value)
    .filter((value) => value !== shown)
    .slice(0, 4)
    .join(' · ');
}

function RecordPerson({
  typed,
  onClose,
  onRecorded,
}: {
  readonly typed: string;
  readonly onClose: () => void;
  readonly onRecorded: (person: Person) => void;
}) {
  const { t } = useTranslation(['logging', 'ui']);
  const isArabic = scriptOf(typed) === 'ar';
  const [latin, setLatin] = useState(isArabic ? '' : typed);
  const [arabic, setArabic] = useState(isArabic ? typed : '');
  const idempotencyKey = useIdempotencyKey();
  const record = useApi().useMutation('post', '/api/v1/persons');
  const errors = fieldErrorsOf(record.error);
  const names = [
    ...(latin.trim() ? [{ value: latin.trim(), language: 'fr' as const }] : []),
    ...(arabic.trim() ? [{ value: arabic.trim(), language: 'ar' as const }] : []),
  ];
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate(
          { params: { header: { 'Idempotency-Key': idempotencyKey(names) } }, body: { names } },
          { onSuccess: onRecorded },
        );
      }}
    >
      <ErrorSummary error={record.error} />
      <TextField
        label={t('recordPerson.latin')}
        hint={t('recordPerson.hint')}
        field="names"
        error={errors.get('names') ?? errors.get('names[0].value') ?? null}
        optional={isArabic}
        dir="ltr"
        value={latin}
        onChange={({ currentTarget }) => setLatin(currentTarget.value)}
      />
      <TextField
        label={t('recordPerson.arabic')}
        optional={!isArabic}
        lang="ar"
        dir="rtl"
        value={arabic}
        onChange={({ currentTarget }) => setArabic(currentTarget.value)}
      />
      <LikelyPersons typed={latin.length >= arabic.length ? latin : arabic} onChoose={onRecorded} />
      <div className="actions">
        <Button type="submit" weight="main" busy={record.isPending}>
          {t('recordPerson.save')}
        </Button>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
      </div>
    </form>
  );
}

/** Persons of a like name; two people may well be called the same, so the choice is the writer's. */
function LikelyPersons({
  typed,
  onChoose,
}: {
  readonly typed: string;
  readonly onChoose: (person: Person) => void;
}) {
  const { t } = useTranslation('logging');
  const { settled, type, text } = useSearch();
  if (text !== typed) type(typed);
  const found = usePersons(settled, settled.length >= 3);
  const name = useNameOfPerson();
  const items = settled.length >= 3 ? (found.data?.items ?? []) : [];
  return (
    <div role="status">
      {items.length > 0 ? (
        <Notice tone="attention" title={t('recordPerson.likely', { count: items.length })}>
          <ul className="plain-list">
            {items.slice(0, 4).map((one) => (
              <li key={one.id} className="row">
                <span>
                  <bdi>{name(one)}</bdi> <small className="muted">{otherForms(one, name(one))}</small>
                </span>
                <Button weight="quiet" onClick={() => onChoose(one)}>
                  {t('picker.useThis')}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
