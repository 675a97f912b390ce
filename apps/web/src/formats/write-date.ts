import type { Language } from '@/app/languages';

const HALVES: Readonly<Record<Language, readonly [string, string]>> = {
  ar: ['النصف الأول', 'النصف الثاني'],
  fr: ['S1', 'S2'],
  en: ['H1', 'H2'],
};

/** A stated date as it stands in a field: what is read there again is the same. */
export function writeDate(stated: string, language: Language): string {
  const half = /^(\d{4})-H([12])$/.exec(stated);
  if (half) return `${HALVES[language][half[2] === '1' ? 0 : 1]} ${half[1]}`;
  return stated
    .split('/')
    .map((part) => part.split('-').reverse().join('/'))
    .join(' - ');
}
