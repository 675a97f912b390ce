import { type Language, LOCALES } from '@/app/languages';

/** Several words as one: "a, b and c". */
export function formatList(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words);
}
