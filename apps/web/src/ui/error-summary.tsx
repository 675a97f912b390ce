import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@/api/problem';
import { fieldId } from './field';
import { sayFailure } from './states';
import './notice.css';

/** What was refused, above the form: it takes the focus when it appears, and leads to each field. */
export function ErrorSummary({
  error,
  takesFocus = true,
}: {
  readonly error: unknown;
  readonly takesFocus?: boolean;
}) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error && takesFocus) box.current?.focus();
  }, [error, takesFocus]);
  if (!error) return null;
  const errors = problemOf(error)?.errors ?? [];
  return (
    <div className="notice notice-late" role="alert" tabIndex={-1} ref={box}>
      <h2 className="notice-title">{errors.length > 0 ? t('errorSummary') : sayFailure(error, t)}</h2>
      {errors.length > 0 ? (
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(field))?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
