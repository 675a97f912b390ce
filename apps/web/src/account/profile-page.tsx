import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import type { Language } from '@/app/languages';
import { useClient, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Fact, Facts } from '@/ui/facts';
import { TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Name } from '@/ui/text';
import { GrantList } from './grant-list';
import { LanguageField } from './language-field';
import { OwnAccountPage } from './own-account-page';
import type { Account } from '@/app/session';
import { useSending } from '@/app/use-sending';

/** Name and language, and what the account may. */
export function ProfilePage() {
  const { account } = useSession();
  const { t } = useTranslation('account');
  return (
    <OwnAccountPage title={t('tabs.profile')}>
      <ProfileForm account={account} />
      <section className="section">
        <h2>{t('profile.what')}</h2>
        <Facts>
          <Fact name={t('email')}>
            <Name>{account.email}</Name>
          </Fact>
          <Fact name={t('profile.roles')}>
            <GrantList grants={account.grants} />
          </Fact>
        </Facts>
        <p className="small muted">{t('profile.byAdministrator')}</p>
      </section>
    </OwnAccountPage>
  );
}

function ProfileForm({ account }: { readonly account: Account }) {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const current = useLanguage();
  const [name, setName] = useState(account.name ?? '');
  const [language, setLanguage] = useState<Language>(account.language);
  const [saved, setSaved] = useState(false);
  const { error, busy, send } = useSending();
  const errors = fieldErrorsOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    void send(
      () =>
        client.PATCH('/api/v1/me', {
          params: { header: { 'If-Match': `"${account.revision}"` } },
          body: { name, language },
        }),
      () => {
        // The page itself goes over to the language that was chosen.
        if (language !== current && language !== account.language)
          window.location.assign(`/${language}/account`);
        else void refresh().then(() => setSaved(true));
      },
    );
  };
  return (
    <form className="stack account-narrow" onSubmit={submit} noValidate>
      <ErrorSummary error={error} />
      {saved ? (
        <div role="status">
          <Notice tone="good" title={t('saved')} />
        </div>
      ) : null}
      <TextField
        label={t('name')}
        field="name"
        dir="auto"
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={errors.get('name') ?? null}
      />
      <LanguageField value={language} onChange={setLanguage} error={errors.get('language')} />
      <div className="actions">
        <Button type="submit" weight="main" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
