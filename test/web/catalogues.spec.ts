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

  describe('of counted sentences', () => {
    const forms = (names: string, sentence: string) =>
      Object.fromEntries(names.split(' ').map((name) => [`days_${name}`, sentence]));
    const said = '{{count}} {{place}}';
    const complete = {
      ar: forms('zero one two few many other', said),
      fr: forms('one many other', said),
      en: forms('one other', said),
    };
    const DIFFERS = ['days names other values in another form or language'];

    it('say one and two in words', () => {
      const ar = { ...complete.ar, days_zero: '{{place}}', days_one: '{{place}}', days_two: '{{place}}' };
      expect(faultsOf({ ...complete, ar, en: { ...complete.en, days_one: 'one {{place}}' } })).toEqual([]);
    });

    it.each([
      ['another value in one form', { ...complete.ar, days_few: '{{count}} {{region}}' }],
      ['no number where there are many', { ...complete.ar, days_many: '{{place}}' }],
      ['a word for one that says nothing else either', { ...complete.ar, days_one: 'x' }],
    ])('differ by %s', (_, ar) => expect(faultsOf({ ...complete, ar })).toEqual(DIFFERS));

    it('differ by a value that one language alone has', () => {
      expect(faultsOf({ ...complete, en: forms('one other', '{{count}}') })).toEqual(DIFFERS);
    });
  });
});
