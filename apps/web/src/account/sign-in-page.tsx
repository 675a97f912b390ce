import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage, useServices } from '@/app/services';
import { Notice } from '@/ui/notice';
import { AccountFrame } from './account-frame';
import { pathOfThisSite } from './return-to';
import type { Account } from '@/app/session';
import { SignInForm } from './sign-in-form';

/** Signing in, and the way back to the page that asked for it. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const [search] = useSearchParams();
  const returnTo = pathOfThisSite(search.get('returnTo'));
  const goOn = useGoOn(returnTo);
  const { data: session } = useApi().useQuery('get', '/api/v1/session', {}, { retry: false, staleTime: 0 });
  useEffect(() => {
    if (session) goOn(session);
  }, [session, goOn]);
  return (
    <AccountFrame>
      <Page title={t('signIn.title')} lead={t('signIn.lead')}>
        <div className="stack account-narrow">
          {search.get('signedOut') === null ? null : <Notice tone="good" title={t('signIn.signedOut')} />}
          {search.get('passwordSet') === null ? null : <Notice tone="good" title={t('signIn.passwordSet')} />}
          <SignInForm onSignedIn={goOn} />
          <p>
            <Link to="/password-reset">{t('signIn.forgotten')}</Link>
          </p>
          <Providers returnTo={returnTo} />
        </div>
      </Page>
    </AccountFrame>
  );
}

/** Signing in elsewhere, where the register trusts a service of the administration. */
function Providers({ returnTo }: { readonly returnTo: string | null }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { data } = useApi().useQuery('get', '/api/v1/session/providers');
  if (!data?.items.length) return null;
  const query = new URLSearchParams({ returnTo: `/${language}${returnTo ?? '/staff'}` }).toString();
  return (
    <section className="section account-providers">
      <h2>{t('signIn.elsewhere')}</h2>
      <ul className="account-links">
        {data.items.map(({ name, path }) => (
          <li key={path}>
            <a className="button button-plain" href={`${path}?${query}`}>
              {t('signIn.through', { name })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Goes to the page that was asked for, in the language that the account keeps. */
function useGoOn(returnTo: string | null): (account: Account) => void {
  const language = useLanguage();
  const navigate = useNavigate();
  const { queries } = useServices();
  return useCallback(
    (account: Account) => {
      const path = needsFactor(account)
        ? `/account/second-factor?${new URLSearchParams(returnTo ? { returnTo } : {}).toString()}`
        : (returnTo ?? (account.kind === 'staff' ? '/staff' : '/portal'));
      queries.clear();
      if (account.language === language) void navigate(path, { replace: true });
      else window.location.assign(`/${account.language}${path}`);
    },
    [language, navigate, queries, returnTo],
  );
}

/** A role that asks for a second factor permits nothing before one stands behind the session. */
function needsFactor({ demonstration, secondFactor: { required, satisfied } }: Account): boolean {
  return required && !satisfied && !demonstration;
}
