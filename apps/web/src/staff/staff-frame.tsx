import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { problemOf } from '@/api/problem';
import { PageHeader } from '@/app/page-header';
import { useApi, useLanguage } from '@/app/services';
import { SessionContext, useSession } from '@/app/session';
import { signInAgain } from '@/app/session-end';
import { Failure } from '@/ui/states';
import { AccountLinks } from './account-links';
import { AccountNotices } from './account-notices';
import { LoadingPage } from './loading-page';
import { SessionDialog } from './session-dialog';

/** What is around every page of somebody who is signed in; who is not is led to the sign-in, and back. */
export function StaffFrame({ children }: { readonly children: ReactNode }) {
  const session = useApi().useQuery('get', '/api/v1/session');
  const isSignedOut = problemOf(session.error)?.status === 401;
  useSignInAgain(isSignedOut && session.data !== undefined, session.refetch);
  if (!session.data) {
    if (isSignedOut) return <ToSignIn />;
    return session.isError ? (
      <main id="content" className="page">
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      </main>
    ) : (
      <LoadingPage />
    );
  }
  return (
    <SessionContext value={session.data}>
      <StaffHeader />
      <AccountNotices />
      {children}
      <SessionDialog />
    </SessionContext>
  );
}

/** A session whose end is noticed by asking for it: the page stays, and somebody signs in over it. */
function useSignInAgain(over: boolean, readAgain: () => Promise<unknown>): void {
  useEffect(() => {
    if (over) void signInAgain().then(readAgain, () => undefined);
  }, [over, readAgain]);
}

/** Leads to the sign-in, which leads back to this address. */
function ToSignIn() {
  const language = useLanguage();
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    window.location.replace(
      `/${language}/sign-in?returnTo=${encodeURIComponent(`${pathname}${search}${hash}`)}`,
    );
  }, [language, pathname, search, hash]);
  return <LoadingPage />;
}

/** Where one can go, and the permission without which there is nothing to see. */
const PLACES = [
  { to: '/staff/agreements', name: 'agreements', permission: 'agreement.read' },
  { to: '/staff/commitments', name: 'commitments', permission: 'commitment.read' },
  { to: '/staff/review', name: 'review', permission: 'work_list.read' },
  { to: '/staff/reports', name: 'reports', permission: 'report.read' },
  { to: '/staff/organisations', name: 'organisations', permission: 'organisation.read' },
  { to: '/staff/persons', name: 'persons', permission: 'person.read' },
  { to: '/staff/events', name: 'events', permission: 'event.read' },
  { to: '/staff/sources', name: 'sources', permission: 'source.read' },
] as const;

/** The same for whoever acts for an organisation. */
const PLACES_OF_ORGANISATION = [
  { to: '/portal/notices', name: 'notices', permission: 'reply.read' },
  { to: '/portal/people', name: 'people', permission: 'invitation.read' },
] as const;

/** Any of them opens a part of the administration. */
const ADMINISTRATION = [
  'account.read',
  'setup.read',
  'invitation.read',
  'audit.read',
  'finding.read',
  'processing.read',
  'data_request.read',
  'reference.correct',
  'position.change',
] as const;

function StaffHeader() {
  const { t } = useTranslation('staff');
  const { account, can } = useSession();
  const isStaff = account.kind === 'staff';
  const home = isStaff ? '/staff' : '/portal';
  return (
    <PageHeader
      label={t(isStaff ? 'frame.navigation' : 'frame.ofOrganisation')}
      home={home}
      end={<AccountLinks />}
      folded
    >
      <NavLink to={home} end>
        {t(isStaff ? 'nav.home' : 'nav.ownCommitments')}
      </NavLink>
      {(isStaff ? PLACES : PLACES_OF_ORGANISATION)
        .filter(({ permission }) => can(permission))
        .map(({ to, name }) => (
          <NavLink key={to} to={to}>
            {t(`nav.${name}`)}
          </NavLink>
        ))}
      {isStaff && ADMINISTRATION.some(can) ? (
        <NavLink to="/staff/admin">{t('nav.administration')}</NavLink>
      ) : null}
    </PageHeader>
  );
}
