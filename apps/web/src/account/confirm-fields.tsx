import { useTranslation } from 'react-i18next';
import { TextField } from '@/ui/field';
import { CodeField, type ShownCode, shownCodeOf } from './code-field';
import type { Account } from '@/app/session';

/** What somebody signed in shows again, before credentials are changed. */
export interface Confirmation {
  readonly password: string;
  readonly shown: ShownCode;
}

export const NOTHING_SHOWN: Confirmation = { password: '', shown: { kind: 'code', value: '' } };

/** The same as the API takes it. */
export function confirmationOf({ password, shown }: Confirmation) {
  return { ...(password ? { password } : {}), ...shownCodeOf(shown) };
}

interface ConfirmFieldsProps {
  readonly account: Account;
  readonly value: Confirmation;
  readonly onChange: (value: Confirmation) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** The password, where the account has one, and a code, where it has a second factor. */
export function ConfirmFields({ account, value, onChange, errors }: ConfirmFieldsProps) {
  const { t } = useTranslation('account');
  return (
    <>
      {account.hasPassword ? (
        <TextField
          label={t('password')}
          hint={t('confirm.hint')}
          field="password"
          type="password"
          dir="ltr"
          autoComplete="current-password"
          value={value.password}
          onChange={({ target }) => onChange({ ...value, password: target.value })}
          error={errors.get('password') ?? null}
        />
      ) : (
        <p>{t('confirm.byProvider')}</p>
      )}
      {account.secondFactor.enrolled ? (
        <CodeField shown={value.shown} onChange={(shown) => onChange({ ...value, shown })} errors={errors} />
      ) : null}
    </>
  );
}
