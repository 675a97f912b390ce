import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import type { ReportRecord } from './report-draft';

/** Proof of what was submitted, to keep or to print: whoever holds the form works out the same SHA-256. */
export function Receipt({
  receipt: { sha256, form, submittedAt },
  reportId,
}: {
  readonly receipt: NonNullable<ReportRecord['receipt']>;
  readonly reportId: string;
}) {
  const { t } = useTranslation('portal');
  const language = useLanguage();
  const keep = () => {
    const address = URL.createObjectURL(new Blob([form], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${reportId}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <section className="own" aria-labelledby="receipt">
      <h2 id="receipt">{t('receipt.title')}</h2>
      <p>{t('receipt.submitted', { when: formatInstant(submittedAt, language) })}</p>
      <div>
        <span className="small muted line">{t('receipt.sha256')}</span>
        <code className="receipt-digest" dir="ltr">
          {sha256}
        </code>
      </div>
      <p className="small muted">{t('receipt.text')}</p>
      <div className="actions no-print">
        <Button weight="main" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
        <Button onClick={keep}>{t('receipt.keep')}</Button>
        <CopyButton text={sha256} label={t('receipt.copy')} />
      </div>
    </section>
  );
}
