import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/notice';
import { Text } from '@/ui/text';
import { BeginReport } from './begin-report';
import { ReadReport } from './read-report';
import type { ReportRecord } from './report-draft';
import { ReportForm } from './report-form';

/**
 * A report as its state asks: begun, written, or read with its receipt. An officer who writes it for the organisation
 * sees on each of them that it will say so.
 */
export function ReportByState({
  record,
  onBehalf = false,
}: {
  readonly record: ReportRecord;
  readonly onBehalf?: boolean;
}) {
  return (
    <div className="stack">
      {onBehalf ? <OnBehalf record={record} /> : null}
      <ByState record={record} onBehalf={onBehalf} />
    </div>
  );
}

function ByState({ record, onBehalf }: { readonly record: ReportRecord; readonly onBehalf: boolean }) {
  if (record.state === 'draft' || record.state === 'returned') {
    return <ReportForm key={record.steps.length} record={record} onBehalf={onBehalf} />;
  }
  if (record.state === 'requested' || record.state === 'missed') return <BeginReport record={record} />;
  return <ReadReport record={record} isOwn={!onBehalf} />;
}

function OnBehalf({ record }: { readonly record: ReportRecord }) {
  const { t } = useTranslation('portal');
  return (
    <Notice tone="attention" title={t('onBehalf.title')}>
      <p>
        <Text of={record.organisation.names} />
      </p>
      <p>{t('onBehalf.text')}</p>
    </Notice>
  );
}
