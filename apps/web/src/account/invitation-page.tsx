import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import type { Language } from '@/app/languages';
import { Page } from '@/app/page';
import { useApi, useClient, useLanguage, useServices } from '@/app/services';
import { Button, ButtonLink } from '@/ui/button';
import { Empty } from '@/ui/states';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { AccountFrame } from './account-frame';
import { LanguageField } from './language-field';
import { NewPasswordField } from './new-password-field';
import { useLinkToken } from './use-link-token';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

/** An invitation by its mailed link: a new account is made, or the account that is signed in takes it on. */
export function InvitationPage() {
  const { t } = useTranslation('account');
  const { token, forget } = useLinkToken('invitation');
  const [accepted, setAccepted] = useState<string | null>(null);
  return (
    <AccountFrame>
      <Page title={t('invitation.title')} lead={token && !accepted ? t('invitation.lead') : undefined}>
        <div className="stack account-narrow">
          {accepted ? <Accepted email={accepted} /> : null}
          {!accepted && token ? (
            <Accept
              token={token}
              onAccepted={(email) => {
                forget();
                setAccepted(email);
              }}
            />
          ) : null}
          {!accepted && !token ? (
            <Empty title={t('invitation.noLink')}>{t('invitation.noLinkText')}</Empty>
          ) : null}
        </div>
      </Page>
    </AccountFrame>
  );
}

function Accepted({ email }: { readonly email: string }) {
  const { t } = useTranslation('account');
  return (
    <>
      <div role="status">
        <Notice tone="good" title={t('invitation.accepted')}>
          {t('invitation.acceptedText', { email })}
        </Notice>
      </div>
      <div>
        <ButtonLink weight="main" to="/sign-in">
          {t('toSignIn')}
        </ButtonLink>
      </div>
    </>
  );
}

interface AcceptProps {
  readonly token: string;
  readonly onAccepted: (email: string) => void;
}

function Accept({ token, onAccepted }: AcceptProps) {
  const { data: session } = useApi().useQuery('get', '/api/v1/session', {}, { retry: false });
  const { error, busy, seconds, send } = useSending();
  const client = useClient();
  const { queries } = useServices();
  const accept = (newcomer: { name?: string; language?: Language; password?: string }) =>
    void send(
      () => client.POST('/api/v1/invitations/acceptance', { body: { token, ...newcomer } }),
      ({ data }) => {
        queries.clear();
        if (data) onAccepted(data.account.email);
      },
    );
  return (
    <>
      <ErrorSummary error={error} />
      <WaitingNotice seconds={seconds} />
      {isProblem(error, 'sign_in_to_accept') ? <SignInFirst /> : null}
      {session ? (
        <AsHolder email={session.email} busy={busy} onAccept={() => accept({})} />
      ) : (
        <AsNewcomer errors={fieldErrorsOf(error)} busy={busy} onAccept={accept} />
      )}
    </>
  );
}

/** The address has an account: its holder signs in, and comes back with the same link. */
function SignInFirst() {
  const { t } = useTranslation('account');
  return (
    <div>
      <ButtonLink to="/sign-in?returnTo=%2Finvitation">{t('invitation.signInFirst')}</ButtonLink>
    </div>
  );
}

interface AsHolderProps {
  readonly email: string;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

function AsHolder({ email, busy, onAccept }: AsHolderProps) {
  const { t } = useTranslation('account');
  return (
    <>
      <p>{t('invitation.asHolder', { email })}</p>
      <div className="actions">
        <Button weight="main" busy={busy} onClick={onAccept}>
          {t('invitation.accept')}
        </Button>
        <Link to="/account">{t('invitation.notYou')}</Link>
      </div>
    </>
  );
}

interface AsNewcomerProps {
  readonly errors: ReadonlyMap<string, string>;
  readonly busy: boolean;
  readonly onAccept: (newcomer: { name: string; language: Language; password: string }) => void;
}

function AsNewcomer({ errors, busy, onAccept }: AsNewcomerProps) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAccept({ name, language, password });
  };
  return (
    <>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={t('name')}
          hint={t('invitation.nameHint')}
          field="name"
          dir="auto"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={errors.get('name') ?? null}
        />
        <LanguageField value={language} onChange={setLanguage} error={errors.get('language')} />
        <NewPasswordField
          field="password"
          value={password}
          onChange={setPassword}
          error={errors.get('password')}
        />
        <div className="actions">
          <Button type="submit" weight="main" busy={busy}>
            {t('invitation.accept')}
          </Button>
        </div>
      </form>
      <p>
        {t('invitation.haveAccount')}{' '}
        <Link to="/sign-in?returnTo=%2Finvitation">{t('invitation.signInFirst')}</Link>
      </p>
    </>
  );
}
