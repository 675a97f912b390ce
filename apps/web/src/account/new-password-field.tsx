import { useTranslation } from 'react-i18next';
import { TextField } from '@/ui/field';

/** Characters a password has at least and at most; no rule says of which kinds. */
const SHORTEST = 12;
const LONGEST = 200;

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  /** Path in the body. */
  readonly field: 'password' | 'newPassword';
}

/** A password to be: what is asked of it is said before, and how much is missing while it is typed. */
export function NewPasswordField({ value, onChange, error, field }: NewPasswordFieldProps) {
  const { t } = useTranslation('account');
  const length = [...value.normalize('NFKC')].length;
  return (
    <div className="stack stack-close">
      <TextField
        label={t(field === 'password' ? 'password' : 'newPassword.label')}
        hint={t('newPassword.hint', { least: SHORTEST, most: LONGEST })}
        field={field}
        type="password"
        dir="ltr"
        autoComplete="new-password"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        error={error ?? null}
      />
      <p className="small muted" aria-live="polite">
        {sayLength()}
      </p>
    </div>
  );

  function sayLength(): string {
    if (length === 0) return '';
    if (length < SHORTEST) return t('newPassword.missing', { count: SHORTEST - length });
    return length > LONGEST ? t('newPassword.tooLong') : t('newPassword.enough');
  }
}
