import { useTranslation } from 'react-i18next';
import type words from './i18n/en.json';

/** A list of words: `legalState`, `kind`, `status`. */
export type WordList = keyof typeof words;

/**
 * The register's words by their codes: `word('legalState', 'in_force')`. A code that came later than this page stands
 * for itself.
 */
export function useWord(): (list: WordList, code: string) => string {
  const { t, i18n } = useTranslation('words');
  return (list, code) => {
    const key = `${list}.${code}`;
    return i18n.exists(key, { ns: 'words' }) ? t(key as never) : code;
  };
}
