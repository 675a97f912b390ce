import type { Condition } from './listing';

/** Words of a search beyond this many are not looked for. */
const MOST_WORDS = 10;

/** Terms that name one thing, in any script; a search for one of them finds the others. */
export type SynonymGroups = readonly (readonly string[])[];

/**
 * Conditions under which a text holds every word that was typed, whatever its case, accents and vowel signs. A term
 * with synonyms may stand in the text as any of them.
 * @param folded an SQL expression that is already folded, one that a trigram index knows.
 */
export function holdsEveryWord(
  folded: string,
  typed: string | null | undefined,
  synonyms: SynonymGroups = [],
): Condition[] {
  const conditions: Condition[] = [];
  let rest = ` ${(typed ?? '').split(/\s+/).filter(Boolean).join(' ').toLowerCase()} `;
  for (const group of synonyms) {
    const found = longestTermIn(rest, group);
    if (found === null) continue;
    rest = rest.replace(` ${found} `, ' ');
    conditions.push({
      sql: `(${group.map(() => `${folded} LIKE '%' || fold_text(?) || '%'`).join(' OR ')})`,
      values: group.map(literally),
    });
  }
  const words = rest.split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return [
    ...conditions,
    ...words.map((word) => ({ sql: `${folded} LIKE '%' || fold_text(?) || '%'`, values: [literally(word)] })),
  ];
}

function longestTermIn(typed: string, group: readonly string[]): string | null {
  const terms = group.map((term) => term.toLowerCase()).sort((a, b) => b.length - a.length);
  return terms.find((term) => typed.includes(` ${term} `)) ?? null;
}

/** The text with the characters that LIKE reads as wildcards made plain. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
