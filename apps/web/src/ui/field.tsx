import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { useTranslation } from 'react-i18next';
import './field.css';

export interface FieldTexts {
  readonly label: ReactNode;
  /** What helps to fill it in. */
  readonly hint?: ReactNode;
  /** What is wrong with it, in words that say what to do. */
  readonly error?: string | null;
  /** Says "(optional)" beside the label; what is not marked has to be filled in. */
  readonly optional?: boolean;
  /** Path of the field in the body, by which an error summary finds it. */
  readonly field?: string;
}

interface FieldProps extends FieldTexts {
  readonly children: (wiring: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** Label, hint and error around one control, wired for those who hear them. */
export function Field({ label, hint, error, optional, field, children }: FieldProps) {
  const { t } = useTranslation('ui');
  const own = useId();
  const id = field ? fieldId(field) : own;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} {optional ? <span className="muted">{t('optional')}</span> : null}
      </label>
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
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

/** What describes a control: its hint and its error, as far as they are there. */
export function describedBy(
  id: string,
  hint: ReactNode,
  error: string | null | undefined,
): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}

/** The id of the control for a field of the body, for an error summary to lead to. */
export function fieldId(field: string): string {
  return `field-${field.replace(/[^\w-]/g, '-')}`;
}

type Control<Attributes> = FieldTexts & Omit<Attributes, 'id' | 'className'>;

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  optional,
  field,
  ...input
}: Control<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ label, hint, error, optional, field }}>
      {(wiring) => <input type="text" className="control" {...input} {...wiring} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  field,
  ...area
}: Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, hint, error, optional, field }}>
      {(wiring) => <textarea rows={3} className="control" {...area} {...wiring} />}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of several, from a list that opens. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  field,
  choices,
  none,
  ...select
}: Control<SelectHTMLAttributes<HTMLSelectElement>> & {
  readonly choices: readonly Choice[];
  /** What stands for no choice; without it one is always chosen. */
  readonly none?: string;
}) {
  return (
    <Field {...{ label, hint, error, optional, field }}>
      {(wiring) => (
        <select className="control" {...select} {...wiring}>
          {none === undefined ? null : <option value="">{none}</option>}
          {choices.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A question with several answers that are all seen: one of them, or any of them. */
export function ChoiceGroup({
  label,
  hint,
  error,
  optional,
  field,
  choices,
  chosen,
  onChange,
  several = false,
}: FieldTexts & {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly several?: boolean;
}) {
  const { t } = useTranslation('ui');
  const own = useId();
  const id = field ? fieldId(field) : own;
  const toggle = (value: string, checked: boolean) => {
    if (!several) onChange([value]);
    else
      onChange(
        choices
          .map((each) => each.value)
          .filter((each) => (each === value ? checked : chosen.includes(each))),
      );
  };
  return (
    <fieldset
      className={error ? 'field field-wrong' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>
        {label} {optional ? <span className="muted">{t('optional')}</span> : null}
      </legend>
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
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={({ target }) => toggle(choice.value, target.checked)}
          />
          <span>
            <bdi>{choice.label}</bdi>
            {choice.hint ? (
              <small className="muted choice-hint">
                <bdi>{choice.hint}</bdi>
              </small>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or no. */
export function Checkbox({ label, hint, ...input }: Control<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <label className="choice">
      <input {...input} type="checkbox" />
      <span>
        {label}
        {hint ? <small className="muted choice-hint">{hint}</small> : null}
      </span>
    </label>
  );
}
