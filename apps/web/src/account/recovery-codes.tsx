import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Notice } from '@/ui/notice';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Codes for the day when the device is lost. They are seen this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('account');
  return (
    <section className="section" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes" tabIndex={-1} ref={takeFocus}>
        {t('recovery.title')}
      </h2>
      <Notice tone="attention" title={t('recovery.once')}>
        {t('recovery.keep')}
      </Notice>
      <ul className="account-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code className="account-code">{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions no-print">
        <CopyButton text={codes.join('\n')} label={t('recovery.copy')} />
        <Button onClick={() => window.print()}>{t('recovery.print')}</Button>
        <Button weight="main" onClick={onKept}>
          {t('recovery.kept')}
        </Button>
      </div>
    </section>
  );
}

function takeFocus(heading: HTMLHeadingElement | null): void {
  heading?.focus();
}
