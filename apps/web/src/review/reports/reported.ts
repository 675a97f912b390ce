import { useTranslation } from 'react-i18next';
import type { components } from '../../../.generated/schema';
import { useCounted } from '../figures';

export type Report = components['schemas']['ReportResponse'];
export type ListedReport = components['schemas']['ListedReportResponse'];

/** How far a promise without a number has come, and how an ongoing duty was kept: both count from 0. */
export const STAGES = ['not_begun', 'begun', 'substantially_done', 'done'] as const;
export const OUTCOMES = ['not_kept', 'partly_kept', 'kept'] as const;

/** States in which a report waits for a decision. */
export const WAITING = ['submitted', 'in_review'] as const;

/** States in which a report may be written: what was asked for begins with it. */
export const WRITABLE: readonly string[] = ['requested', 'missed', 'draft', 'returned'];

/** Says a reported value in the measure of its promise: "40 jobs", "Begun", "Kept"; null where there is none. */
export function useReported(): (
  value: number | null,
  of: { readonly measure: string | null; readonly unit: string | null },
) => string | null {
  const { t } = useTranslation('review');
  const counted = useCounted();
  return (value, { measure, unit }) => {
    if (value === null) return null;
    const stage = measure === 'completion' ? STAGES[value] : undefined;
    if (stage) return t(`reports.stage.${stage}`);
    const outcome = measure === 'ongoing' ? OUTCOMES[value] : undefined;
    return outcome ? t(`reports.outcome.${outcome}`) : counted(value, unit);
  };
}
