import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { endOfWaiting, onSessionEnd } from '@/app/session-end';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { PasswordAgain } from './password-again';
import { ProviderAgain } from './provider-again';

/**
 * A session that ended in the middle of work: signing in again over the page, as the same account. What was typed
 * stays, and what was on its way is sent again. Who will not stays on the page, or leaves it for the sign-in.
 */
export function SessionDialog() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const language = useLanguage();
  const { pathname, search, hash } = useLocation();
  const [asked, setAsked] = useState(false);
  useEffect(() => onSessionEnd(setAsked), []);
  /** Back to the page, where everything typed still stands; the next thing that is sent asks again. */
  const notNow = () => endOfWaiting(false);
  const leave = () => {
    endOfWaiting(false);
    window.location.assign(
      `/${language}/sign-in?returnTo=${encodeURIComponent(`${pathname}${search}${hash}`)}`,
    );
  };
  return (
    <Dialog open={asked} title={t('again.title')} onClose={notNow}>
      <p>{t('again.text')}</p>
      {account.hasPassword ? <PasswordAgain /> : null}
      <ProviderAgain />
      <Button weight="quiet" onClick={leave}>
        {t('again.leave')}
      </Button>
    </Dialog>
  );
}
