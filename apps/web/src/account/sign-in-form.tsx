import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import { useClient } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import type { Account } from '@/app/session';
import { CodeField, type ShownCode, shownCodeOf } from './code-field';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

interface SignInFormProps {
  /** What is known of who signs in, such as whose session has ended. */
  readonly email?: string;
  readonly onSignedIn: (account: Account) => void;
}

/** Address and password, then a code where the account has a second factor. */
export function SignInForm({ email: known = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState<ShownCode | null>(null);
  const client = useClient();
  const { error, busy, seconds, send } = useSending();
  const errors = fieldErrorsOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = shown ? shownCodeOf(shown) : {};
    void send(
      () => client.POST('/api/v1/session', { body: { email, password, ...code } }),
      ({ data }) => data && onSignedIn(data.account),
      (refused) => {
        // The first answer of an account with a second factor is no mistake of whoever signs in.
        const asked = isProblem(refused, 'second_factor_code_required') && shown === null;
        if (asked) setShown({ kind: 'code', value: '' });
        return asked;
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary error={error} />
      <WaitingNotice seconds={seconds} />
      {shown ? (
        <>
          <p>{t('signIn.codeFor', { email })}</p>
          <CodeField shown={shown} onChange={setShown} errors={errors} focused />
        </>
      ) : (
        <>
          <TextField
            label={t('email')}
            field="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            error={errors.get('email')}
          />
          <TextField
            label={t('password')}
            field="password"
            type="password"
            dir="ltr"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            error={errors.get('password')}
          />
        </>
      )}
      <div className="actions">
        <Button type="submit" weight="main" busy={busy} hindrance={seconds > 0 ? t('waiting.title') : null}>
          {t('signIn.action')}
        </Button>
        {shown ? (
          <Button weight="quiet" onClick={() => setShown(null)}>
            {t('signIn.otherAccount')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
