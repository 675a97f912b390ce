import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { endOfWaiting, onSessionEnd } from '@/app/session-end';
import { Dialog } from '@/ui/dialog';
import { PasswordAgain } from './password-again';
import { ProviderAgain } from './provider-again';

/**
 * A session that ended in the middle of work: signing in again over the page, as the same account. What was typed
 * stays, and what was on its way is sent again. Who will not is led to the sign-in.
 */
export function SessionDialog() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const language = useLanguage();
  const { pathname, search, hash } = useLocation();
  const [asked, setAsked] = useState(false);
  useEffect(() => onSessionEnd(setAsked), []);
  const giveUp = () => {
    endOfWaiting(false);
    window.location.assign(
      `/${language}/sign-in?returnTo=${encodeURIComponent(`${pathname}${search}${hash}`)}`,
    );
  };
  return (
    <Dialog open={asked} title={t('again.title')} onClose={giveUp}>
      <p>{t('again.text')}</p>
      {account.hasPassword ? <PasswordAgain /> : null}
      <ProviderAgain />
    </Dialog>
  );
}
