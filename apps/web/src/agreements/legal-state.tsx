import { Badge } from '@/ui/badge';
import { useWord } from '@/words/use-word';

const TONES = {
  in_force: 'good',
  fulfilled: 'good',
  suspended: 'attention',
  closed_partially: 'attention',
  terminated: 'late',
  lapsed: 'late',
} as const;

/** The legal state of an agreement in a word. */
export function LegalState({ state }: { readonly state: string }) {
  const word = useWord();
  return <Badge tone={TONES[state as keyof typeof TONES] ?? 'plain'}>{word('legalState', state)}</Badge>;
}
