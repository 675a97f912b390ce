import type { Language } from '@/app/languages';
import type { PublicSentences } from './public/en';

const PUBLIC = {
  ar: () => import('./public/ar'),
  fr: () => import('./public/fr'),
  en: () => import('./public/en'),
};
const STAFF = {
  ar: () => import('./staff/ar'),
  fr: () => import('./staff/fr'),
  en: () => import('./staff/en'),
};

/** What every page says in a language. */
export async function loadPublicSentences(language: Language): Promise<PublicSentences> {
  return (await PUBLIC[language]()).default;
}

/** What the pages behind the sign-in say besides, by area. */
export async function loadStaffSentences(language: Language): Promise<Record<string, object>> {
  return (await STAFF[language]()).default;
}
