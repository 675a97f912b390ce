import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCatalogueProblems } from './catalogues.cjs';

const WHOLE = {
  ar: { late: 'مضى الأجل منذ {days} يوما', figure: '{value}' },
  fr: { late: 'échéance dépassée de {days} jours', figure: '{value}' },
  en: { late: 'the deadline passed {days} days ago', figure: '{value}' },
};

describe('the catalogue check', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mithaq-catalogues-'));
    mkdirSync(join(root, 'libs'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function plant(feature: string, catalogues: Record<string, Record<string, string>>): void {
    const folder = join(root, 'libs', feature, 'src', 'i18n');
    mkdirSync(folder, { recursive: true });
    for (const [language, sentences] of Object.entries(catalogues)) {
      writeFileSync(join(folder, `${language}.json`), JSON.stringify(sentences));
    }
  }

  it('is content with complete catalogues', () => {
    plant('alerts', WHOLE);
    expect(findCatalogueProblems(root)).toEqual([]);
  });

  it('lets a language say one and two in words, and no other number', () => {
    const counted = (code: string) => ({
      ar: { ...WHOLE.ar, [code]: 'وظيفة واحدة' },
      fr: { ...WHOLE.fr, [code]: '{number} emploi' },
      en: { ...WHOLE.en, [code]: '{number} job' },
    });
    plant('alerts', counted('jobs_one'));
    expect(findCatalogueProblems(root)).toEqual([]);
    plant('alerts', counted('jobs_other'));
    expect(findCatalogueProblems(root)).toEqual([
      'libs/alerts: jobs_other: the languages differ in their values',
    ]);
  });

  it.each([
    ['a language without a file', { ar: WHOLE.ar, en: WHOLE.en }, 'libs/alerts: fr.json is missing'],
    ['a missing sentence', { ...WHOLE, fr: { figure: '{value}' } }, 'libs/alerts: late: no sentence in fr'],
    ['an empty sentence', { ...WHOLE, fr: { ...WHOLE.fr, late: ' ' } }, 'libs/alerts: late: empty in fr'],
    [
      'a value that one language forgets',
      { ...WHOLE, en: { ...WHOLE.en, late: 'the deadline passed' } },
      'libs/alerts: late: the languages differ in their values',
    ],
    [
      'Latin letters for Arabic',
      { ...WHOLE, ar: { ...WHOLE.ar, late: 'late by {days}' } },
      'libs/alerts: late: not in the letters of ar',
    ],
    [
      'Arabic letters for French',
      { ...WHOLE, fr: { ...WHOLE.fr, late: 'مضى {days}' } },
      'libs/alerts: late: not in the letters of fr',
    ],
  ])('finds %s', (_what, catalogues, problem) => {
    plant('alerts', catalogues);
    expect(findCatalogueProblems(root)).toContain(problem);
  });

  it('finds a code that two features claim', () => {
    plant('agreements', { ar: { late: 'فات' }, fr: { late: 'tard' }, en: { late: 'late' } });
    plant('alerts', WHOLE);
    expect(findCatalogueProblems(root)).toEqual(['libs/alerts: late: also in agreements']);
  });
});
