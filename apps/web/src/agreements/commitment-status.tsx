import { Badge } from '@/ui/badge';
import { useWord } from '@/words/use-word';

const TONES = {
  met: 'good',
  met_late: 'good',
  on_track: 'good',
  due_soon: 'attention',
  at_risk: 'attention',
  suspended: 'attention',
  awaiting_verification: 'attention',
  closed_partial: 'attention',
  overdue: 'late',
  overdue_unreported: 'late',
  closed_not_met: 'late',
} as const;

/** How a commitment stands, in a word. */
export function CommitmentStatus({ status }: { readonly status: string }) {
  const word = useWord();
  return <Badge tone={TONES[status as keyof typeof TONES] ?? 'plain'}>{word('status', status)}</Badge>;
}
