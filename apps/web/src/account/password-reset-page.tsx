import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import { Page } from '@/app/page';
import { useClient, useServices } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { AccountFrame } from './account-frame';
import { NewPasswordField } from './new-password-field';
import { useLinkToken } from './use-link-token';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

/** A forgotten password: asking for the link, and choosing a new one by it. */
export function PasswordResetPage() {
  const { token, forget } = useLinkToken('password-reset');
  return (
    <AccountFrame>{token ? <ChoosePassword token={token} forget={forget} /> : <AskForLink />}</AccountFrame>
  );
}

function AskForLink() {
  const { t } = useTranslation('account');
  const client = useClient();
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const { error, busy, seconds, send } = useSending();
  const errors = fieldErrorsOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => client.POST('/api/v1/password-resets', { body: { email } }),
      () => setAsked(email),
    );
  };
  return (
    <Page title={t('reset.title')} lead={asked ? undefined : t('reset.lead')}>
      <div className="stack account-narrow">
        {asked ? (
          <div role="status">
            <Notice tone="good" title={t('reset.asked')}>
              <p>{t('reset.askedText', { email: asked })}</p>
            </Notice>
          </div>
        ) : (
          <form className="stack" onSubmit={submit} noValidate>
            <ErrorSummary error={error} />
            <WaitingNotice seconds={seconds} />
            <TextField
              label={t('email')}
              field="email"
              type="email"
              dir="ltr"
              autoComplete="username"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
              error={errors.get('email') ?? null}
            />
            <div className="actions">
              <Button type="submit" weight="main" busy={busy}>
                {t('reset.action')}
              </Button>
            </div>
          </form>
        )}
        <p>
          <Link to="/sign-in">{t('toSignIn')}</Link>
        </p>
      </div>
    </Page>
  );
}

function ChoosePassword({ token, forget }: { readonly token: string; readonly forget: () => void }) {
  const { t } = useTranslation('account');
  const client = useClient();
  const navigate = useNavigate();
  const { queries } = useServices();
  const [password, setPassword] = useState('');
  const { error, busy, seconds, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => client.POST('/api/v1/password-resets/completion', { body: { token, password } }),
      () => {
        forget();
        queries.clear();
        void navigate('/sign-in?passwordSet');
      },
    );
  };
  return (
    <Page title={t('choose.title')} lead={t('choose.lead')}>
      <form className="stack account-narrow" onSubmit={submit} noValidate>
        <ErrorSummary error={error} />
        <WaitingNotice seconds={seconds} />
        {isProblem(error, 'link_invalid') ? (
          <div>
            <Button onClick={forget}>{t('choose.again')}</Button>
          </div>
        ) : null}
        <NewPasswordField
          field="password"
          value={password}
          onChange={setPassword}
          error={fieldErrorsOf(error).get('password')}
        />
        <div className="actions">
          <Button type="submit" weight="main" busy={busy}>
            {t('choose.action')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
