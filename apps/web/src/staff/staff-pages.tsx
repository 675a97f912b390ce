import { Suspense } from 'react';
import { matchPath, useLocation } from 'react-router';
import { NotFound } from '@/app/not-found';
import { useSession } from '@/app/session';
import { AREAS } from './areas';
import { HomePage } from './home-page';
import { InvestorPage } from './investor-page';
import { LoadingPage } from './loading-page';
import { StaffFrame } from './staff-frame';

/** Everything behind the sign-in but one's own account. */
export function StaffPages() {
  return (
    <StaffFrame>
      <PageOfArea />
    </StaffFrame>
  );
}

function PageOfArea() {
  const { account } = useSession();
  const { pathname } = useLocation();
  if (account.kind === 'investor') return <InvestorPage />;
  if (matchPath('/staff', pathname)) return <HomePage />;
  const area = AREAS.find(({ paths }) => paths.some((path) => matchPath(`/staff/${path}`, pathname)));
  if (!area) return <NotFound />;
  return (
    <Suspense fallback={<LoadingPage />}>
      <area.Pages />
    </Suspense>
  );
}
