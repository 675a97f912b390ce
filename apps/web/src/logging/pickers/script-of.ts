import type { Language } from '@/app/languages';

/** The language that a name is most likely written in, by its script. */
export function scriptOf(name: string): Language {
  return /\p{Script=Arabic}/u.test(name) ? 'ar' : 'fr';
}
