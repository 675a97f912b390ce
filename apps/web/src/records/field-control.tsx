import { useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, directionOf } from '@/app/languages';
import { SelectField, TextArea, TextField, describedBy, fieldId } from '@/ui/field';
import type { TextInLanguages } from '@/ui/text';
import type { RecordField } from './fields';
import './records.css';

interface FieldControlProps<Body> {
  readonly field: RecordField<Body>;
  readonly value: string | TextInLanguages;
  readonly onChange: (value: string | TextInLanguages) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** The control of one question. */
export function FieldControl<Body>({ field, value, onChange, errors }: FieldControlProps<Body>) {
  if (field.kind === 'texts') {
    return <TextsField {...{ field, onChange, errors }} value={value as TextInLanguages} />;
  }
  const { key, label, hint, optional } = field;
  const shared = {
    label,
    hint,
    optional: optional ?? false,
    field: key,
    error: errors.get(key) ?? null,
    value: value as string,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  switch (field.kind) {
    case 'choice':
      return (
        <SelectField
          {...shared}
          choices={field.choices}
          {...(field.none === undefined ? {} : { none: field.none })}
        />
      );
    case 'area':
      return <TextArea {...shared} dir="auto" maxLength={field.maxLength} />;
    case 'lines':
      return <TextArea {...shared} dir="auto" rows={4} />;
    case 'number':
      return <TextField {...shared} dir="ltr" inputMode="decimal" />;
    case 'date':
      return <TextField {...shared} type="date" />;
    case 'email':
      return <TextField {...shared} type="email" dir="ltr" autoComplete="off" />;
    case 'code':
      return <TextField {...shared} dir="ltr" maxLength={field.maxLength} />;
    case 'text':
      return <TextField {...shared} dir="auto" maxLength={field.maxLength} />;
  }
}

interface TextsFieldProps<Body> {
  readonly field: Extract<RecordField<Body>, { readonly kind: 'texts' }>;
  readonly value: TextInLanguages;
  readonly onChange: (value: TextInLanguages) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** One text in the three languages, side by side; each control is in its language. */
function TextsField<Body>({ field, value, onChange, errors }: TextsFieldProps<Body>) {
  const { key, label, hint, long } = field;
  const Control = long ? TextArea : TextField;
  const { t } = useTranslation('ui');
  const error = errors.get(key);
  const id = fieldId(key);
  return (
    <fieldset
      className={error ? 'field field-wrong' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>{label}</legend>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">{t('errorPrefix')}</span> {error}
        </p>
      ) : null}
      <div className="record-texts">
        {LANGUAGES.map((language) => (
          <Control
            key={language}
            label={<span lang={language}>{LANGUAGE_NAMES[language]}</span>}
            field={`${key}.${language}`}
            lang={language}
            dir={directionOf(language)}
            value={value[language] ?? ''}
            onChange={({ target }: { readonly target: { readonly value: string } }) =>
              onChange({ ...value, [language]: target.value })
            }
            error={errors.get(`${key}.${language}`) ?? null}
          />
        ))}
      </div>
    </fieldset>
  );
}
