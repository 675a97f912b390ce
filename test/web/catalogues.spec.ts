import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCatalogueFaults } from '../../apps/web/checks/complete-catalogues.cjs';

describe('the catalogues of the web application', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mithaq-catalogues-'));
    mkdirSync(join(folder, 'area/i18n'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function faultsOf(sentences: Record<'ar' | 'fr' | 'en', object>): string[] {
    for (const [language, said] of Object.entries(sentences)) {
      writeFileSync(join(folder, `area/i18n/${language}.json`), JSON.stringify(said));
    }
    return findCatalogueFaults(folder).map((fault) => fault.replace(/^.*?: /, ''));
  }

  it('are complete here', () => {
    expect(findCatalogueFaults(join(__dirname, '../../apps/web/src'))).toEqual([]);
  });

  it('miss a sentence that one language does not have', () => {
    expect(faultsOf({ ar: {}, fr: { a: 'x' }, en: { a: 'x' } })).toEqual(['a is missing in ar']);
  });

  it('miss a form of Arabic', () => {
    const all = ['zero', 'one', 'two', 'few', 'many', 'other'];
    const forms = (names: string[]) => Object.fromEntries(names.map((name) => [`days_${name}`, 'x']));
    expect(
      faultsOf({
        ar: forms(all.filter((name) => name !== 'two')),
        fr: forms(['one', 'many', 'other']),
        en: forms(['one', 'other']),
      }),
    ).toEqual(['days_two is missing in ar']);
  });

  it('differ when a value has another name', () => {
    expect(faultsOf({ ar: { a: '{{day}}' }, fr: { a: '{{day}}' }, en: { a: '{{date}}' } })).toEqual([
      'a names other values in another language',
    ]);
  });
});
