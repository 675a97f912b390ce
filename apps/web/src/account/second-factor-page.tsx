import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { useClient, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Notice } from '@/ui/notice';
import { CodeField, type ShownCode, shownCodeOf } from './code-field';
import { ConfirmDialog } from './confirm-dialog';
import { EnrolDevice } from './enrol-device';
import { OwnAccountPage } from './own-account-page';
import { RecoveryCodes } from './recovery-codes';
import { pathOfThisSite } from './return-to';
import type { Account } from '@/app/session';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

/** The device that shows codes: enrolling it, its recovery codes, taking it away. */
export function SecondFactorPage() {
  const { account } = useSession();
  const { t } = useTranslation('account');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [search] = useSearchParams();
  const returnTo = pathOfThisSite(search.get('returnTo'));
  const { enrolled, required, satisfied } = account.secondFactor;
  return (
    <OwnAccountPage title={t('tabs.secondFactor')}>
      <p className="prose">{t('factor.what')}</p>
      {codes ? <RecoveryCodes codes={codes} onKept={() => setCodes(null)} /> : null}
      {!codes && required && !satisfied ? (
        <Notice tone="attention" title={t(enrolled ? 'factor.toShow' : 'factor.toEnrol')} />
      ) : null}
      {!codes && account.demonstration ? <Notice title={t('factor.demonstration')} /> : null}
      {!codes && !account.demonstration && !enrolled ? (
        <EnrolDevice account={account} onEnrolled={setCodes} />
      ) : null}
      {!codes && enrolled && !satisfied ? <ShowCode /> : null}
      {!codes && enrolled && satisfied ? <Enrolled account={account} onCodes={setCodes} /> : null}
      {!codes && satisfied && returnTo ? (
        <p>
          <Link to={returnTo}>{t('factor.goOn')}</Link>
        </p>
      ) : null}
    </OwnAccountPage>
  );
}

/** Puts the second factor behind a session that was opened without it, as through a provider. */
function ShowCode() {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const [shown, setShown] = useState<ShownCode>({ kind: 'code', value: '' });
  const { error, busy, seconds, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => client.POST('/api/v1/session/second-factor', { body: shownCodeOf(shown) }),
      () => void refresh(),
    );
  };
  return (
    <form className="stack account-narrow" onSubmit={submit} noValidate>
      <ErrorSummary error={error} />
      <WaitingNotice seconds={seconds} />
      <CodeField shown={shown} onChange={setShown} errors={fieldErrorsOf(error)} />
      <div className="actions">
        <Button type="submit" weight="main" busy={busy}>
          {t('factor.show')}
        </Button>
      </div>
    </form>
  );
}

interface EnrolledProps {
  readonly account: Account;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Enrolled({ account, onCodes }: EnrolledProps) {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const [asked, setAsked] = useState<'renew' | 'remove' | null>(null);
  return (
    <>
      <Notice tone="good" title={t('factor.enrolled')} />
      <div className="actions">
        <Button onClick={() => setAsked('renew')}>{t('factor.renew')}</Button>
        <Button weight="grave" onClick={() => setAsked('remove')}>
          {t('factor.remove')}
        </Button>
      </div>
      <ConfirmDialog
        account={account}
        open={asked === 'renew'}
        title={t('factor.renew')}
        text={t('factor.renewText')}
        action={t('factor.renew')}
        onClose={() => setAsked(null)}
        request={(body) => client.POST('/api/v1/me/recovery-codes', { body })}
        onDone={({ data }) => data && onCodes(data.recoveryCodes)}
      />
      <ConfirmDialog
        account={account}
        open={asked === 'remove'}
        title={t('factor.remove')}
        text={t(account.secondFactor.required ? 'factor.removeRequired' : 'factor.removeText')}
        action={t('factor.remove')}
        grave
        onClose={() => setAsked(null)}
        request={(body) => client.DELETE('/api/v1/me/second-factor', { body })}
        onDone={() => void refresh()}
      />
    </>
  );
}
