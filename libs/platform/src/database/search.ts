import type { Condition } from './listing';

/** Words of a search beyond this many are not looked for. */
const MOST_WORDS = 10;

/**
 * Conditions under which a text holds every word that was typed, whatever its case, accents and vowel signs.
 * @param folded an SQL expression that is already folded, one that a trigram index knows.
 */
export function holdsEveryWord(folded: string, typed: string | null | undefined): Condition[] {
  const words = (typed ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return words.map((word) => ({
    sql: `${folded} LIKE '%' || fold_text(?) || '%'`,
    values: [word.replace(/[\\%_]/g, '\\$&')],
  }));
}
