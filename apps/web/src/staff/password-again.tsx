import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import { useApi } from '@/app/services';
import { useSession } from '@/app/session';
import { endOfWaiting } from '@/app/session-end';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';

const SIX_DIGITS = /^\d{3} ?\d{3}$/;

/** Password, and the code of the second factor where one is enrolled. */
export function PasswordAgain() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const signIn = useApi().useMutation('post', '/api/v1/session');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const errors = fieldErrorsOf(signIn.error);
  const asksForCode = account.secondFactor.enrolled || isProblem(signIn.error, 'second_factor_code_required');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const shown = code.trim();
    const factor = !asksForCode ? {} : SIX_DIGITS.test(shown) ? { code: shown } : { recoveryCode: shown };
    signIn.mutate(
      { body: { email: account.email, password, ...factor } },
      { onSuccess: () => endOfWaiting(true) },
    );
  };
  return (
    <form className="stack" onSubmit={send}>
      <ErrorSummary error={signIn.error} />
      <TextField
        label={t('again.email')}
        type="email"
        autoComplete="username"
        value={account.email}
        dir="ltr"
        readOnly
      />
      <TextField
        label={t('again.password')}
        type="password"
        autoComplete="current-password"
        field="password"
        error={errors.get('password')}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        required
        autoFocus
      />
      {asksForCode ? (
        <TextField
          label={t('again.code')}
          hint={t('again.codeHint')}
          autoComplete="one-time-code"
          field="code"
          error={errors.get('code') ?? errors.get('recoveryCode')}
          value={code}
          onChange={({ target }) => setCode(target.value)}
          dir="ltr"
        />
      ) : null}
      <div className="actions">
        <Button type="submit" weight="main" busy={signIn.isPending}>
          {t('again.signIn')}
        </Button>
      </div>
    </form>
  );
}
