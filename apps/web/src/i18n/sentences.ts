import { type i18n as I18n, createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@/app/languages';
import { formatNumber } from '@/formats/numbers';
import type { PublicSentences } from './public/en';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A value in a sentence, kept from disturbing the order of the words around it whatever its own direction is. */
export function isolated(value: string): string {
  return `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
}

/** The sentences of one page in one language. Values in them are isolated; `{{count, number}}` follows the locale. */
export async function createSentences(language: Language, resources: PublicSentences): Promise<I18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    resources: { [language]: resources },
    defaultNS: 'shell',
    fallbackLng: false,
    returnNull: false,
    react: { useSuspense: false },
    // React writes text and never markup: what is "escaped" here is the direction of a value.
    interpolation: { escapeValue: true, escape: isolated },
  });
  instance.services.formatter?.add('number', (value: number) => formatNumber(value, language));
  return instance;
}
