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

/** How long a page may take to stand, in milliseconds; who has gone elsewhere by then is left there. */
const ARRIVAL = 10_000;

function takeFocus(): void {
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
}

/** After a step inside the application the reader stands at the heading of the new page, as after loading one. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    // A filter that changes the query leaves the reader where they are.
    if (shown.current === pathname) return undefined;
    shown.current = pathname;
    takeFocus();
    // A page that waits for its record stands again when it has come, with another heading.
    const changed = new MutationObserver(() => {
      if (document.activeElement === document.body) takeFocus();
    });
    changed.observe(document.body, { childList: true, subtree: true });
    const settled = setTimeout(() => changed.disconnect(), ARRIVAL);
    return () => {
      clearTimeout(settled);
      changed.disconnect();
    };
  }, [pathname]);
}
