import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import { useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Notice } from '@/ui/notice';
import type { TextInLanguages } from '@/ui/text';
import { FieldControl } from './field-control';
import { LeavingGuard } from './leaving-guard';
import { type RecordField, type Typed, asTyped, bodyOf } from './fields';

const NOTHING: Typed = {};

interface Sent {
  readonly error?: unknown;
  readonly response: Response;
}

interface RecordFormProps<Body, Answer extends Sent> {
  readonly fields: readonly RecordField<Body>[];
  /** The record as it is; null when a new one is recorded. */
  readonly record: object | null;
  /** What a new record begins with. */
  readonly initial?: Typed;
  /** Sends what was typed; `If-Match` is its own. */
  readonly send: (body: Body) => Promise<Answer>;
  readonly onSaved?: (answer: Answer) => void;
  readonly onCancel?: () => void;
  /** What the button says. */
  readonly action?: string;
  /** More of the form, such as lists of its own, below the fields. */
  readonly children?: (errors: ReadonlyMap<string, string>) => ReactNode;
  /** What those say, added to the body. */
  readonly more?: Partial<Body>;
  /** Where the body of these fields stands in what is sent, when it is a part: refusals name the whole path. */
  readonly pathOfBody?: string;
}

/**
 * The form of a record. What nobody has touched follows the record: after somebody else's change one reads it again and
 * saves once more, and loses nothing that was typed; whoever leaves the page before saving is asked.
 */
export function RecordForm<Body, Answer extends Sent>(props: RecordFormProps<Body, Answer>) {
  const {
    fields,
    record,
    send: request,
    onSaved,
    onCancel,
    action,
    children,
    more,
    pathOfBody = '',
    initial = NOTHING,
  } = props;
  const { t } = useTranslation('records');
  const refresh = useRefresh();
  const [typed, setTyped] = useState<Typed>(initial);
  const [saved, setSaved] = useState(false);
  const [touched, setTouched] = useState(false);
  const unsaved = useRef(false);
  const touch = (isUnsaved: boolean) => {
    unsaved.current = isUnsaved;
    setTouched(isUnsaved);
  };
  const { error, busy, send } = useSending();
  const errors = below(fieldErrorsOf(error), pathOfBody);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const body = { ...bodyOf(fields, typed, record), ...more } as Body;
    void send(
      () => request(body),
      (answer) => {
        setTyped(initial);
        touch(false);
        onSaved?.(answer);
        void refresh().then(() => setSaved(true));
      },
    );
  };
  const change = (key: string, value: string | TextInLanguages) => {
    setSaved(false);
    setTyped({ ...typed, [key]: value });
  };
  return (
    <form className="stack record-form" onSubmit={submit} onChange={() => touch(true)} noValidate>
      {touched ? <LeavingGuard unsaved={unsaved} /> : null}
      <ErrorSummary error={error} />
      {isProblem(error, 'stale_record') ? (
        <div>
          <Button onClick={() => void refresh()}>{t('form.readAgain')}</Button>
        </div>
      ) : null}
      {saved && record ? (
        <div role="status">
          <Notice tone="good" title={t('form.saved')} />
        </div>
      ) : null}
      {fields.map((field) => (
        <FieldControl
          key={field.key}
          field={field}
          value={typed[field.key] ?? asTyped(field, (record as Record<string, unknown> | null)?.[field.key])}
          onChange={(value) => change(field.key, value)}
          errors={errors}
        />
      ))}
      {children?.(errors)}
      <div className="actions">
        <Button type="submit" weight="main" busy={busy}>
          {action ?? t(record ? 'form.save' : 'form.record')}
        </Button>
        {onCancel ? (
          <Button weight="quiet" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** The same refusals by the path below a part of the body. */
function below(errors: ReadonlyMap<string, string>, path: string): ReadonlyMap<string, string> {
  if (path === '') return errors;
  return new Map([...errors].map(([field, said]) => [field.replace(`${path}.`, ''), said]));
}
