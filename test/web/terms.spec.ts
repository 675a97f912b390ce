import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { frenchTypography, withNoBreakSpaces } from '../../apps/web/checks/french-typography.cjs';

const SOURCE = join(__dirname, '../../apps/web/src');
const CLIENT = join(__dirname, '../../dist/web/client');

/** What one concept is never called, where the English sentence speaks of it. */
const OTHER_TERMS = [
  { spokenOf: /\bdraft/i, unless: /\bproject/i, language: 'fr', never: /\bprojets?\b/i, is: 'brouillon' },
  {
    spokenOf: /\borgani[sz]ation/i,
    unless: /organisation\./,
    language: 'ar',
    never: /منظم|مؤسس/,
    is: 'هيئة',
  },
] as const;

/** A word and its double punctuation without a space between; times, addresses and what begins a value are none. */
const GLUED = /[\p{L}\p{N}’)»}][;?!]|\p{L}:(?![\p{L}\p{N}/…])/u;

interface Sentence {
  readonly key: string;
  readonly en: string;
  readonly said: string;
}

function sentencesIn(area: string, language: 'ar' | 'fr' | 'en'): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const gather = (path: string, node: unknown): void => {
    if (typeof node === 'string') found.set(path, node);
    else for (const [key, inner] of Object.entries(node as object)) gather(`${path}.${key}`, inner);
  };
  gather(area, JSON.parse(readFileSync(join(SOURCE, area, `i18n/${language}.json`), 'utf8')));
  return found;
}

/** Every sentence of the pages in a language, beside its English; further forms of counting beside the general one. */
function sentences(language: 'ar' | 'fr'): Sentence[] {
  return readdirSync(SOURCE)
    .filter((area) => existsSync(join(SOURCE, area, 'i18n/en.json')))
    .flatMap((area) => {
      const english = sentencesIn(area, 'en');
      return [...sentencesIn(area, language)].map(([key, said]) => {
        const en = english.get(key) ?? english.get(key.replace(/_(zero|two|few|many)$/, '_other')) ?? '';
        return { key, en, said };
      });
    });
}

function otherTerms(language: 'ar' | 'fr', said: readonly Sentence[]): string[] {
  return OTHER_TERMS.filter((term) => term.language === language).flatMap(({ spokenOf, unless, never, is }) =>
    said
      .filter(({ en, said: words }) => spokenOf.test(en) && !unless.test(en) && never.test(words))
      .map(({ key, said: words }) => `${key}: “${words}” does not say ${is}`),
  );
}

describe('the sentences of the pages', () => {
  it.each(['ar', 'fr'] as const)('call one thing by one name (%s)', (language) => {
    const said = sentences(language);
    expect(said.length).toBeGreaterThan(1500);
    expect(otherTerms(language, said)).toEqual([]);
  });

  it.each([
    ['fr', 'Go on with the draft', 'Continuer le projet'],
    ['ar', 'Organisations', 'المنظمات'],
  ] as const)('would be found to call it another (%s)', (language, en, said) => {
    expect(otherTerms(language, [{ key: 'x', en, said }])).toHaveLength(1);
  });

  it('leave a space before double punctuation in French', () => {
    const glued = sentences('fr').filter(({ said }) => GLUED.test(said.replace(/https?:\S+/g, '')));
    expect(glued.map(({ key, said }) => `${key}: ${said}`)).toEqual([]);
  });

  it.each(['Vraiment?', 'Motif: aucun', '{{n}}; puis'])('would be found to leave none in “%s”', (said) => {
    expect(GLUED.test(said)).toBe(true);
  });

  it('let no line of French break before it', () => {
    expect(withNoBreakSpaces('Motif : « non » ; vraiment ?')).toBe(
      'Motif\u00a0: «\u00a0non\u00a0»\u00a0; vraiment\u00a0?',
    );
    const transform = frenchTypography().transform as (code: string, id: string) => { code: string } | null;
    expect(transform('{"a":{"b":"Oui !"}}', '/area/i18n/fr.json')?.code).toBe('{"a":{"b":"Oui\u00a0!"}}');
    expect(transform('{"a":"Oui !"}', '/area/i18n/en.json')).toBeNull();
  });

  it('are built so', () => {
    const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite/manifest.json'), 'utf8')) as Record<
      string,
      { readonly file: string }
    >;
    for (const part of ['public', 'staff']) {
      const built = readFileSync(join(CLIENT, manifest[`src/i18n/${part}/fr.ts`]?.file ?? ''), 'utf8');
      // The bundler writes the space as it likes.
      expect(built.match(/\p{L}(?:\u00a0|\\xA0):/gu)?.length).toBeGreaterThan(10);
      expect(built.match(/\p{L} [:;?!»].{0,20}/gu) ?? []).toEqual([]);
    }
  });
});
