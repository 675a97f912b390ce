import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withNoBreakSpaces } from '../../apps/web/checks/french-typography.cjs';
import type { PageLanguage } from '../support/browser';

const SOURCE = join(__dirname, '../../apps/web/src');

/**
 * Says in a language what the pages say in English, with these values in it; where one English sentence is several in
 * another language, the beginning of its key names which.
 */
export type Say = (english: string, values?: Readonly<Record<string, string>>, key?: string) => string;

/** All sentences of an area in a language, by key: `queue.title`. */
function sentencesOf(area: string, language: PageLanguage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const gather = (path: string, value: unknown): void => {
    if (typeof value === 'string')
      found.set(path.slice(1), language === 'fr' ? withNoBreakSpaces(value) : value);
    else for (const [key, inner] of Object.entries(value as object)) gather(`${path}.${key}`, inner);
  };
  gather('', JSON.parse(readFileSync(join(SOURCE, area, `i18n/${language}.json`), 'utf8')));
  return found;
}

/**
 * What a story in several languages needs: it is written in English once, and reads and presses what the catalogues of
 * these areas say for it, those of the first area that knows the sentence.
 */
export function saidIn(language: PageLanguage, areas: readonly string[]): Say {
  const catalogues = areas.map((area) => ({
    english: sentencesOf(area, 'en'),
    other: sentencesOf(area, language),
  }));
  return (sentence, values = {}, meant = '') => {
    for (const { english, other } of catalogues) {
      const keys = [...english.keys()].filter(
        (key) => english.get(key) === sentence && key.startsWith(meant),
      );
      const [said, ...others] = new Set(keys.map((key) => other.get(key)));
      if (others.length > 0) throw new Error(`“${sentence}” is said in several ways: ${keys.join(', ')}`);
      if (said !== undefined)
        return said.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => values[name] ?? name);
    }
    throw new Error(`no page of ${areas.join(', ')} says “${sentence}”`);
  };
}
