import { LANGUAGES, Language, SentenceValues } from '@app/kernel';

/** A feature's sentences by code; `{name}` stands for a value. */
export type Catalogue = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const known = new Map<string, Record<Language, string>>();

/** Adds the sentences of a feature. A code that two features claim is a programming error. */
export function registerSentences(catalogue: Catalogue): void {
  for (const code of Object.keys(catalogue.en)) {
    if (known.has(code)) throw new Error(`sentence registered twice: ${code}`);
    const sentences = Object.fromEntries(
      LANGUAGES.map((language) => [language, catalogue[language][code] ?? '']),
    );
    known.set(code, sentences as Record<Language, string>);
  }
}

/** The sentence of a code in a language, with its values filled in. @throws Error for an unknown code. */
export function sentence(code: string, language: Language, values: SentenceValues = {}): string {
  const template = known.get(code)?.[language];
  if (!template) throw new Error(`no sentence for ${code}`);
  return template.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

/** Whether the code has a sentence. */
export function hasSentence(code: string): boolean {
  return known.has(code);
}

/** The best of the register's languages for an `Accept-Language` header; null when it names none of them. */
export function preferredLanguage(header: string | undefined): Language | null {
  if (!header) return null;
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const match = wishes.find(({ language }) => LANGUAGES.includes(language as Language));
  return (match?.language as Language | undefined) ?? null;
}
