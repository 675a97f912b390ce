import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import type { ListedReport } from './reported';

const TONES: Readonly<Partial<Record<ListedReport['state'], 'good' | 'attention' | 'late'>>> = {
  ...{ submitted: 'attention', in_review: 'attention', returned: 'attention', disputed: 'attention' },
  ...{ accepted: 'good', accepted_with_reservation: 'good', rejected: 'late', missed: 'late' },
};

/** Where a report stands, in a word. */
export function ReportState({ state }: { readonly state: ListedReport['state'] }) {
  const { t } = useTranslation('review');
  return <Badge tone={TONES[state] ?? 'plain'}>{t(`reports.state.${state}`)}</Badge>;
}

/** How many working days a report waits, against those within which it should be decided. */
export function ReportAge({ waiting }: { readonly waiting: NonNullable<ListedReport['waiting']> }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { workingDays, serviceDays, isOver } = waiting;
  return (
    <>
      <Badge tone={isOver ? 'late' : 'plain'}>
        {workingDays === 0 ? t('queue.today') : t('reports.age', { count: workingDays })}
      </Badge>
      <small className="muted block">
        {t(isOver ? 'reports.serviceOver' : 'reports.service', {
          count: serviceDays,
          days: formatNumber(serviceDays, language),
        })}
      </small>
    </>
  );
}
