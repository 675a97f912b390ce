import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useClient, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { QrCode } from '@/ui/qr-code';
import type { components } from '../../.generated/schema';
import { ConfirmFields, NOTHING_SHOWN, confirmationOf } from './confirm-fields';
import type { Account } from '@/app/session';
import { useSending } from '@/app/use-sending';
import { WaitingNotice } from './waiting-notice';

type Started = components['schemas']['StartedSecondFactorResponse'];

interface EnrolDeviceProps {
  readonly account: Account;
  readonly onEnrolled: (recoveryCodes: readonly string[]) => void;
}

/** In two steps: who one is, then the device with its first code. */
export function EnrolDevice({ account, onEnrolled }: EnrolDeviceProps) {
  const [started, setStarted] = useState<Started | null>(null);
  return started ? (
    <FirstCode started={started} onEnrolled={onEnrolled} />
  ) : (
    <Begin account={account} onStarted={setStarted} />
  );
}

function Begin({
  account,
  onStarted,
}: {
  readonly account: Account;
  readonly onStarted: (started: Started) => void;
}) {
  const { t } = useTranslation('account');
  const client = useClient();
  const [value, setValue] = useState(NOTHING_SHOWN);
  const { error, busy, seconds, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => client.POST('/api/v1/me/second-factor', { body: confirmationOf(value) }),
      ({ data }) => data && onStarted(data),
    );
  };
  return (
    <section className="section">
      <h2>{t('enrol.title')}</h2>
      <form className="stack account-narrow" onSubmit={submit} noValidate>
        <ErrorSummary error={error} />
        <WaitingNotice seconds={seconds} />
        <ConfirmFields account={account} value={value} onChange={setValue} errors={fieldErrorsOf(error)} />
        <div className="actions">
          <Button type="submit" weight="main" busy={busy}>
            {t('enrol.begin')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function FirstCode({
  started: { secret, uri },
  onEnrolled,
}: {
  readonly started: Started;
  readonly onEnrolled: (recoveryCodes: readonly string[]) => void;
}) {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const [code, setCode] = useState('');
  const { error, busy, seconds, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(
      () => client.POST('/api/v1/me/second-factor/confirmation', { body: { code: code.trim() } }),
      ({ data }) => {
        if (data) onEnrolled(data.recoveryCodes);
        void refresh();
      },
    );
  };
  return (
    <section className="section">
      <h2>{t('enrol.device')}</h2>
      <ol className="stack">
        <li>
          <div className="stack">
            <p>{t('enrol.scan')}</p>
            <div className="account-secret">
              <QrCode text={uri} label={t('enrol.picture')} />
              <div className="stack">
                <p>{t('enrol.orType')}</p>
                <p>
                  <code dir="ltr" className="account-code">
                    {grouped(secret)}
                  </code>
                </p>
                <div className="actions">
                  <CopyButton text={secret} label={t('enrol.copy')} />
                  <a href={uri}>{t('enrol.open')}</a>
                </div>
              </div>
            </div>
          </div>
        </li>
        <li>
          <form className="stack account-narrow" onSubmit={submit} noValidate>
            <ErrorSummary error={error} />
            <WaitingNotice seconds={seconds} />
            <TextField
              label={t('code.label')}
              hint={t('enrol.firstCode')}
              field="code"
              dir="ltr"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              onChange={({ target }) => setCode(target.value)}
              error={fieldErrorsOf(error).get('code') ?? null}
            />
            <div className="actions">
              <Button type="submit" weight="main" busy={busy}>
                {t('enrol.finish')}
              </Button>
            </div>
          </form>
        </li>
      </ol>
    </section>
  );
}

/** Four characters at a time, as one reads them aloud. */
function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
