import { Figure } from '@/words/figure';
import { REVIEWS, STAGES } from '@/words/stages';
import { useWord } from '@/words/use-word';

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
