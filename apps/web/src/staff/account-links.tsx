import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Failure } from '@/ui/states';
import { Name } from '@/ui/text';

/** Who is signed in, the way to the own account, and out. */
export function AccountLinks() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  return (
    <>
      <NavLink className="bar-link" to="/account">
        <span className="visually-hidden">{t('frame.signedInAs')} </span>
        <Name>{account.name ?? account.email}</Name>
      </NavLink>
      <SignOut />
    </>
  );
}

function SignOut() {
  const { t } = useTranslation('staff');
  const client = useClient();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const signOut = async () => {
    setBusy(true);
    try {
      const { error: refusal } = await client.DELETE('/api/v1/session');
      // A new document: nothing that this account has read stays in the memory of the page.
      if (!refusal) return window.location.assign(`/${language}/sign-in?signedOut`);
      setError(refusal);
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <>
      <Button weight="quiet" busy={busy} onClick={() => void signOut()}>
        {t('frame.signOut')}
      </Button>
      <Dialog open={error !== null} title={t('frame.notSignedOut')} onClose={() => setError(null)}>
        <Failure error={error} />
      </Dialog>
    </>
  );
}
