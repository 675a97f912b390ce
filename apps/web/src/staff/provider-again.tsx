import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useClient } from '@/app/services';
import { useSession } from '@/app/session';
import { endOfWaiting } from '@/app/session-end';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** Through a provider, in a window beside this one; whoever comes back is asked for. */
export function ProviderAgain() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const client = useClient();
  const providers = useApi().useQuery('get', '/api/v1/session/providers');
  const [isSomebodyElse, setSomebodyElse] = useState(false);
  const [isNobody, setNobody] = useState(false);
  const look = async () => {
    const { data } = await client.GET('/api/v1/session');
    setNobody(!data);
    setSomebodyElse(data !== undefined && data.id !== account.id);
    if (data?.id === account.id) endOfWaiting(true);
  };
  useEffect(() => {
    const lookAfterReturn = () => void look().catch(() => undefined);
    window.addEventListener('focus', lookAfterReturn);
    return () => window.removeEventListener('focus', lookAfterReturn);
  });
  if (!providers.data?.items.length) return isSomebodyElse ? <SomebodyElse /> : null;
  return (
    <div className="stack">
      {isSomebodyElse ? <SomebodyElse /> : null}
      <p>{t('again.provider')}</p>
      <div className="actions">
        {providers.data.items.map(({ name, path }) => (
          <a key={path} className="button button-plain" href={path} target="_blank" rel="noreferrer">
            {t('again.through', { name })}
          </a>
        ))}
        <Button weight="quiet" onClick={() => void look().catch(() => setNobody(true))}>
          {t('again.done')}
        </Button>
      </div>
      <p role="status">{isNobody ? t('again.notYet') : null}</p>
    </div>
  );
}

function SomebodyElse() {
  const { t } = useTranslation('staff');
  return (
    <div role="alert">
      <Notice tone="late">{t('again.somebodyElse')}</Notice>
    </div>
  );
}
