import { Suspense } from 'react';
import { Navigate, Route, Routes, matchPath, useLocation } from 'react-router';
import { NotFound } from '@/app/not-found';
import { useSession } from '@/app/session';
import { AREAS } from './areas';
import { DeadlinesPage } from './deadlines-page';
import { HomePage } from './home-page';
import { LoadingPage } from './loading-page';
import { StaffFrame } from './staff-frame';
import { WorkListPage } from './work-list-page';

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
  if (account.kind === 'investor') return <Navigate to="/portal" replace />;
  const area = AREAS.find(({ paths }) => paths.some((path) => matchPath(`/staff/${path}`, pathname)));
  if (!area) return <OwnPages />;
  return (
    <Suspense fallback={<LoadingPage />}>
      <area.Pages />
    </Suspense>
  );
}

function OwnPages() {
  return (
    <Routes>
      <Route index element={<HomePage />} />
      <Route path="work/:code" element={<WorkListPage />} />
      <Route path="deadlines/:span" element={<DeadlinesPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
