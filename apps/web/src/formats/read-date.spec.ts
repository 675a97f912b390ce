import fc from 'fast-check';
import { readDate } from './read-date';

function stated(text: string): string | null {
  return readDate(text)?.stated ?? null;
}

describe('dates as people write them', () => {
  it.each([
    ['2029', '2029', '2029-12-31'],
    ['٢٠٢٩', '2029', '2029-12-31'],
    ['by 2029', '2029', '2029-12-31'],
    ["d'ici fin 2029", '2029', '2029-12-31'],
    ["à l'horizon 2030", '2030', '2030-12-31'],
    ['في أفق 2030', '2030', '2030-12-31'],
    ['بحلول سنة 2029', '2029', '2029-12-31'],
    ['06/2029', '2029-06', '2029-06-30'],
    ['2029-02', '2029-02', '2029-02-28'],
    ['juin 2029', '2029-06', '2029-06-30'],
    ['fin août 2028', '2028-08', '2028-08-31'],
    ['June 2029', '2029-06', '2029-06-30'],
    ['يونيو 2029', '2029-06', '2029-06-30'],
    ['غشت ٢٠٢٩', '2029-08', '2029-08-31'],
    ['شهر يوليوز 2029', '2029-07', '2029-07-31'],
    ['أغسطس 2029', '2029-08', '2029-08-31'],
    ['2029-H1', '2029-H1', '2029-06-30'],
    ['S1 2029', '2029-H1', '2029-06-30'],
    ['2e semestre 2029', '2029-H2', '2029-12-31'],
    ['premier semestre de 2029', '2029-H1', '2029-06-30'],
    ['second half of 2029', '2029-H2', '2029-12-31'],
    ['النصف الأول من 2029', '2029-H1', '2029-06-30'],
    ['الأسدس الثاني من سنة 2029', '2029-H2', '2029-12-31'],
    ['T3 2029', '2029-07-01/2029-09-30', '2029-09-30'],
    ['31/12/2029', '2029-12-31', '2029-12-31'],
    ['1.6.2029', '2029-06-01', '2029-06-01'],
    ['1er janvier 2029', '2029-01-01', '2029-01-01'],
    ['December 31, 2029', '2029-12-31', '2029-12-31'],
    ['31st December 2029', '2029-12-31', '2029-12-31'],
    ['31 دجنبر 2029', '2029-12-31', '2029-12-31'],
    ['29/02/2028', '2028-02-29', '2028-02-29'],
    ['2029-06-01/2029-06-30', '2029-06-01/2029-06-30', '2029-06-30'],
    ['du 14 au 16 avril 2025', '2025-04-14/2025-04-16', '2025-04-16'],
    ['14–16 April 2025', '2025-04-14/2025-04-16', '2025-04-16'],
    ['30 mars au 2 avril 2025', '2025-03-30/2025-04-02', '2025-04-02'],
    ['من 14 إلى 16 أبريل 2025', '2025-04-14/2025-04-16', '2025-04-16'],
    ['01/06/2029 - 30/06/2029', '2029-06-01/2029-06-30', '2029-06-30'],
  ])('%s', (text, expected, lastDay) => {
    expect(readDate(text)).toMatchObject({ stated: expected, lastDay });
  });

  it.each([
    '',
    'soon',
    '29',
    '12/31/2029',
    '31/02/2029',
    '29/02/2029',
    '2029-13',
    '13/2029',
    '2027-2029',
    'before 2029',
    'avant 2029',
    'قبل 2029',
    '0000',
    '3000',
    '2029-06-30/2029-06-01',
    'juin 29',
    'S3 2029',
    '2029 2030',
    '<img onerror>',
  ])('"%s" is none, or could be several', (text) => expect(readDate(text)).toBeNull());

  it('keeps what the register states, whatever it is', () => {
    const year = fc.integer({ min: 1900, max: 2199 });
    const month = fc.integer({ min: 1, max: 12 }).map((one) => String(one).padStart(2, '0'));
    const day = fc.integer({ min: 1, max: 28 }).map((one) => String(one).padStart(2, '0'));
    const statement = fc.oneof(
      year.map(String),
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, fc.constantFrom('H1', 'H2')).map((parts) => parts.join('-')),
      fc.tuple(year, month, day).map((parts) => parts.join('-')),
      fc.tuple(fc.tuple(year, month, day), fc.tuple(year, month, day)).map((ends) =>
        ends
          .map((parts) => parts.join('-'))
          .sort()
          .join('/'),
      ),
    );
    fc.assert(fc.property(statement, (one) => expect(stated(one)).toBe(one)));
  });

  it('states nothing that it would not read again as the same, and answers any text', () => {
    const pieces = fc.constantFrom(
      ...['2029', '31', '12', '06', 'juin', 'يونيو', 'S1', 'to', 'au', '-', '/', ' ', 'du', 'من', '٣', 'إلى'],
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readDate(text);
        if (read) expect(readDate(read.stated)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});
