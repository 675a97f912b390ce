import fc from 'fast-check';
import { readDate } from './read-date';
import { readFigure } from './read-figure';
import { writeDate } from './write-date';

const LANGUAGES = ['ar', 'fr', 'en'] as const;
const LOCALES = { ar: 'ar-MA', fr: 'fr-MA', en: 'en' };

describe('what stands in a field', () => {
  it('is read there as the date that it is', () => {
    for (const language of LANGUAGES) {
      for (const stated of ['2029', '2029-06', '2029-H1', '2029-H2', '2029-06-30', '2025-04-14/2025-04-16'])
        expect(readDate(writeDate(stated, language))?.stated).toBe(stated);
    }
  });

  it('is read there as the figure that it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.integer({ min: 0, max: 2 ** 45 }),
        (language, hundredths) => {
          const value = hundredths / 100;
          const written = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(
            value,
          );
          expect(readFigure(written)).toEqual({ value, unit: null, qualifier: null });
        },
      ),
    );
  });
});
