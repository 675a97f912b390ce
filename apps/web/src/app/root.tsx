import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { ProgressLine } from '@/ui/progress-line';
import { OfflineBanner } from './offline-banner';

/** What is around every page: the way past the navigation, the line that shows a page is on its way, the banner. */
export function Root() {
  const { t } = useTranslation('shell');
  const navigation = useNavigation();
  useFocusOnArrival();
  return (
    <>
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <ProgressLine active={navigation.state !== 'idle'} label={t('loadingPage')} />
      <OfflineBanner />
      <Outlet />
      <ScrollRestoration />
    </>
  );
}

/** After a step inside the application the reader stands at the heading of the new page, as after loading one. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    // A filter that changes the query leaves the reader where they are.
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
  }, [pathname]);
}
