import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';

/** How a commitment is done by steps, as the value of a report from 0. */
export const STAGES = ['not_begun', 'begun', 'substantially_done', 'done'] as const;

/** How an ongoing duty was kept in a year, as the value of a report from 0. */
export const REVIEWS = ['not_kept', 'partly_kept', 'kept'] as const;

/** A value of a report in words: a figure with its unit, a stage, or how a duty was kept. */
export function ReportedValue({
  measure,
  unit,
  value,
}: {
  /** `quantity`, `completion` or `ongoing`. */
  readonly measure: string | null;
  readonly unit: string | null;
  readonly value: number;
}) {
  const word = useWord();
  if (measure === 'completion') return <>{word('completionStage', STAGES[value] ?? String(value))}</>;
  if (measure === 'ongoing') return <>{word('reviewOutcome', REVIEWS[value] ?? String(value))}</>;
  return <Figure of={{ value, unit: unit ?? '', qualifier: 'exactly' }} />;
}
