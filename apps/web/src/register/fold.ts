/** Letters that are typed one for the other: forms of alef, of yeh, teh marbuta. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, 'ا'],
  [/ى/g, 'ي'],
  [/ة/g, 'ه'],
  [/ـ/g, ''],
  [/[’ʼ]/g, "'"],
];

/** Words without case, accents and vowel marks, for finding them again. */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ALIKE.reduce((folded, [letters, letter]) => folded.replace(letters, letter), bare);
}

/** Whether a text holds every word that is looked for. */
export function holdsWords(text: string, searched: string): boolean {
  const folded = fold(text);
  return fold(searched)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
