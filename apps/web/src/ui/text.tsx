import { type Language, LANGUAGES, directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';

/** A text of the register in any of the three languages. */
export interface TextInLanguages {
  readonly ar?: string | null;
  readonly fr?: string | null;
  readonly en?: string | null;
}

/** The text in the page's language, else in the next that has it. */
export function chooseText(
  text: TextInLanguages | null | undefined,
  language: Language,
): { readonly language: Language; readonly words: string } | null {
  for (const each of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const words = text?.[each]?.trim();
    if (words) return { language: each, words };
  }
  return null;
}

/**
 * A text of the register: in another language than the page's it says which, and in either case its direction stays
 * its own. The words are text, whatever is written in them.
 */
export function Text({ of }: { readonly of: TextInLanguages | null | undefined }) {
  const language = useLanguage();
  const chosen = chooseText(of, language);
  if (!chosen) return null;
  if (chosen.language === language) return <bdi>{chosen.words}</bdi>;
  return (
    <bdi lang={chosen.language} dir={directionOf(chosen.language)}>
      {chosen.words}
    </bdi>
  );
}

/** The words alone, for titles of windows and options of lists. */
export function useText(): (text: TextInLanguages | null | undefined) => string {
  const language = useLanguage();
  return (text) => chooseText(text, language)?.words ?? '';
}

/** A name, number or citation whose language is not known: kept from disturbing what stands around it. */
export function Name({ children }: { readonly children: string }) {
  const isArabic = /\p{Script=Arabic}/u.test(children);
  return <bdi lang={isArabic ? 'ar' : undefined}>{children}</bdi>;
}
