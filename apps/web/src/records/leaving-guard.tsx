import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

/**
 * Asks before a page is left on which something was typed and not saved: in the page itself for ways inside the
 * application, by the browser's own question for all others.
 * @param unsaved whether it still is; what was just saved asks nothing on its way to another page
 */
export function LeavingGuard({ unsaved }: { readonly unsaved: RefObject<boolean> }) {
  const { t } = useTranslation('records');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const stay = () => blocker.reset?.();
  return (
    <Dialog open={blocker.state === 'blocked'} title={t('leaving.title')} onClose={stay}>
      <p>{t('leaving.text')}</p>
      <div className="actions">
        <Button weight="main" onClick={stay}>
          {t('leaving.stay')}
        </Button>
        <Button weight="grave" onClick={() => blocker.proceed?.()}>
          {t('leaving.leave')}
        </Button>
      </div>
    </Dialog>
  );
}
