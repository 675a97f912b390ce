import { type WordList, useWord } from '@/words/use-word';
import { Absent } from './field-values';

/** A code of the document as people read it. */
export function CodeValue({ of, code }: { readonly of: WordList; readonly code: string | null | undefined }) {
  const word = useWord();
  return code ? <>{word(of, code)}</> : <Absent />;
}
