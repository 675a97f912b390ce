import type { TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';
import { DeadlineField } from '@/ui/deadline-field';
import { Checkbox, type Choice, type FieldTexts, SelectField, TextArea, TextField } from '@/ui/field';
import { type Stated, type Texts, hasText } from './document';
import { useDraft, useDraftValue } from './draft-context';
import { withValueAt } from './paths';

interface DraftFieldProps extends Pick<FieldTexts, 'label' | 'hint' | 'optional'> {
  /** Path of the value, which is the path of the field. */
  readonly path: string;
}

/** What is closed in this draft says why. */
function useTexts({
  path,
  label,
  hint,
  optional,
}: DraftFieldProps): FieldTexts & { readonly disabled: boolean } {
  const { t } = useTranslation('logging');
  const { error, lock } = useDraftValue(path);
  return {
    ...{ label, error, field: path },
    ...(optional ? { optional } : {}),
    hint: lock ? t(`lock.${lock}`) : hint,
    disabled: lock !== null,
  };
}

export function DraftText({ path, ...texts }: DraftFieldProps & { readonly maxLength?: number }) {
  const { value, set } = useDraftValue<string>(path);
  const { maxLength, ...labels } = texts;
  return (
    <TextField
      {...useTexts({ path, ...labels })}
      dir="auto"
      maxLength={maxLength}
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

export function DraftArea({
  path,
  rows,
  ...texts
}: DraftFieldProps & Pick<TextareaHTMLAttributes<unknown>, 'rows'>) {
  const { value, set } = useDraftValue<string>(path);
  return (
    <TextArea
      {...useTexts({ path, ...texts })}
      rows={rows}
      dir="auto"
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

export function DraftDay({ path, ...texts }: DraftFieldProps) {
  const { value, set } = useDraftValue<string>(path);
  return (
    <TextField
      {...useTexts({ path, ...texts })}
      type="date"
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value || null)}
    />
  );
}

export function DraftSelect({
  path,
  choices,
  onChoose,
  none,
  shown,
  ...texts
}: DraftFieldProps & {
  /** What is chosen, where the value alone does not say it. */
  readonly shown?: string;
  readonly choices: readonly Choice[];
  /** What else follows from the choice; it then sets the value itself. */
  readonly onChoose?: (value: string | null) => void;
  /** What stands for no choice; "choose" when left out, nothing when null. */
  readonly none?: string | null;
}) {
  const { t } = useTranslation('ui');
  const { value, set } = useDraftValue<string>(path);
  return (
    <SelectField
      {...useTexts({ path, ...texts })}
      choices={choices}
      none={none === null ? undefined : (none ?? t('choose'))}
      value={shown ?? value ?? ''}
      onChange={({ currentTarget }) => (onChoose ?? set)(currentTarget.value || null)}
    />
  );
}

export function DraftCheck({ path, label, hint }: DraftFieldProps) {
  const { value, set } = useDraftValue<boolean>(path);
  const { disabled } = useTexts({ path, label });
  return (
    <Checkbox
      label={label}
      hint={hint}
      disabled={disabled}
      checked={value ?? false}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
    />
  );
}

/** One text in up to three languages, the page's own first; one is enough. */
export function DraftTexts({ path, label, hint, optional }: DraftFieldProps) {
  const language = useLanguage();
  const { value } = useDraftValue<Texts>(path);
  const languages = [language, ...LANGUAGES.filter((other) => other !== language)];
  const isGiven = hasText(value) && !value?.[language]?.trim();
  return (
    <fieldset className="field texts">
      <legend>{label}</legend>
      {hint ? <div className="field-hint">{hint}</div> : null}
      {languages.map((each, at) => (
        <TextInOneLanguage
          key={each}
          path={path}
          language={each}
          optional={optional === true || isGiven || at > 0}
          name={label}
        />
      ))}
    </fieldset>
  );
}

function TextInOneLanguage({
  path,
  language,
  optional,
  name,
}: {
  readonly path: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly optional: boolean;
  readonly name: FieldTexts['label'];
}) {
  const own = `${path}.${language}`;
  const { value, set } = useDraftValue<string>(own);
  const whole = useDraftValue(path);
  const label = (
    <>
      <span className="visually-hidden">{name} – </span>
      <span lang={language}>{LANGUAGE_NAMES[language]}</span>
    </>
  );
  const texts = useTexts({ path: own, label, optional });
  return (
    <TextField
      {...texts}
      error={texts.error ?? (optional ? null : whole.error)}
      lang={language}
      dir={directionOf(language)}
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

/** A stated date, and why there is none. */
export function DraftDate({
  path,
  absencePath,
  absences,
  ...texts
}: DraftFieldProps & { readonly absencePath?: string; readonly absences?: readonly Choice[] }) {
  const { t } = useTranslation('logging');
  const { store } = useDraft();
  const { value, unread } = useDraftValue<Stated>(path);
  const absence = useDraftValue<string>(absencePath ?? path);
  return (
    <DeadlineField
      {...useTexts({ path, ...texts })}
      stated={value?.stated ?? null}
      unread={unread}
      onRead={(stated, typed) =>
        store.change(
          (content) => {
            const dated = withValueAt(content, path, stated === null ? null : { stated });
            return absencePath && stated !== null ? withValueAt(dated, absencePath, null) : dated;
          },
          { [path]: typed },
        )
      }
      {...(absencePath && absences
        ? {
            absence: {
              label: t('absenceOfDate'),
              choices: absences,
              chosen: absence.value,
              onChoose: absence.set,
              field: absencePath,
            },
          }
        : {})}
    />
  );
}
