import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useClient, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { NewPasswordField } from './new-password-field';
import { OwnAccountPage } from './own-account-page';
import type { Account } from '@/app/session';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

/** Another password for the own account. */
export function PasswordPage() {
  const { account } = useSession();
  const { t } = useTranslation('account');
  return (
    <OwnAccountPage title={t('tabs.password')}>
      {account.hasPassword ? (
        <PasswordForm account={account} />
      ) : (
        <Notice title={t('passwordPage.none')}>{t('passwordPage.noneText')}</Notice>
      )}
    </OwnAccountPage>
  );
}

function PasswordForm({ account }: { readonly account: Account }) {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [saved, setSaved] = useState(false);
  const { error, busy, seconds, send } = useSending();
  const errors = fieldErrorsOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    void send(
      () => client.PUT('/api/v1/me/password', { body: { currentPassword, newPassword } }),
      () => {
        setCurrent('');
        setNew('');
        setSaved(true);
        void refresh();
      },
    );
  };
  return (
    <form className="stack account-narrow" onSubmit={submit} noValidate>
      <p>{t('passwordPage.lead')}</p>
      <ErrorSummary error={error} />
      <WaitingNotice seconds={seconds} />
      {saved ? (
        <div role="status">
          <Notice tone="good" title={t('passwordPage.saved')} />
        </div>
      ) : null}
      <input type="hidden" autoComplete="username" value={account.email} readOnly />
      <TextField
        label={t('passwordPage.current')}
        field="currentPassword"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        value={currentPassword}
        onChange={({ target }) => setCurrent(target.value)}
        error={errors.get('currentPassword') ?? null}
      />
      <NewPasswordField
        field="newPassword"
        value={newPassword}
        onChange={setNew}
        error={errors.get('newPassword')}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={busy}>
          {t('passwordPage.action')}
        </Button>
      </div>
    </form>
  );
}
