/** The languages of the register, in the order in which a missing one falls back. */
export const LANGUAGES = ['fr', 'en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in up to three languages; a missing one is null and never an empty string. */
export interface LocalizedText {
  readonly ar: string | null;
  readonly fr: string | null;
  readonly en: string | null;
}

/** Whether the value names one of the register's languages. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** The text in the language asked for, else in French, English or Arabic; empty when there is none. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? LANGUAGES.map((other) => text[other]).find((value) => value !== null) ?? '';
}

/** Fills the missing languages with null and turns blank texts into null. */
export function localizedText(text: Partial<Record<Language, string | null>>): LocalizedText {
  const clean = (value: string | null | undefined) => value?.trim() || null;
  return { ar: clean(text.ar), fr: clean(text.fr), en: clean(text.en) };
}

/** The text after a correction: a language left out stays as it is, null takes it away. */
export function correctedText(
  text: LocalizedText,
  correction: Partial<Record<Language, string | null>> | null | undefined,
): LocalizedText {
  if (!correction) return text;
  const { ar = text.ar, fr = text.fr, en = text.en } = correction;
  return localizedText({ ar, fr, en });
}

/** Whether the text exists in any language. */
export function isWritten(text: LocalizedText): boolean {
  return LANGUAGES.some((language) => text[language] !== null);
}
