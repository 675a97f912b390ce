import fc from 'fast-check';
import { looksLikeIdentityNumber } from '.';

const letters = fc.stringMatching(/^[A-Za-z]{1,2}$/);
const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const between = fc.constantFrom('', ' ', '.', '-', ' - ', '\u00a0', '–', '/');
const arabicIndic = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

describe('a text that looks like an identity number', () => {
  it('has one or two letters and five to seven digits, whatever stands between and around them', () => {
    fc.assert(
      fc.property(letters, between, digits(5, 7), fc.boolean(), (prefix, gap, number, folded) => {
        fc.pre(gap !== ' - ' && !/^(at|au|by|de|du|en|et|in|no|nr|of|on|or|to)$/i.test(prefix));
        const written = `${prefix}${gap}${folded ? arabicIndic(number) : number}`;
        expect(looksLikeIdentityNumber(written)).toBe(true);
        expect(looksLikeIdentityNumber(`Amal Alaoui (${written}), wali`)).toBe(true);
      }),
    );
  });

  it('has eight or more digits, together or apart', () => {
    fc.assert(
      fc.property(digits(8, 24), between, (number, gap) => {
        expect(looksLikeIdentityNumber([...number].join(gap === ' - ' ? ' ' : gap))).toBe(true);
      }),
    );
  });

  it.each([
    ['a card of four digits', 'K1234'],
    ['a card with every sign apart', 'a.b.1.2.3.4.5.6'],
    ['a card with Arabic-Indic figures', 'AB ١٢٣٤٥٦'],
    ['a card with Persian figures', 'AB ۱۲۳۴۵۶'],
    ['a card in letters of full width', 'ＡＢ１２３４５６'],
    ['a card with an invisible sign inside', 'AB12\u200b3456'],
    ['a card after its name', 'CIN n°: BK 98765'],
    ['a card written onto its name', 'CINAB123456'],
    ['a card whose digits begin like a year', 'AB2012 34'],
    ['a Moroccan passport', 'AB 1234567'],
    ['a Spanish passport', 'AAA123456'],
    ['a French passport', '12AB34567'],
    ['a German passport', 'C01X00T47'],
    ['a number of social security', '123456789'],
    ['a number of social security after its name', 'CNSS 12 34 567'],
    ['a telephone number', '+212 5 37 12 34 56'],
    ['a bank account', '007 780 0001234567890123 45'],
  ])('is %s', (_, text) => expect(looksLikeIdentityNumber(text)).toBe(true));
});

describe('a text that does not', () => {
  it('is one without figures', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(looksLikeIdentityNumber(text.normalize('NFKC').replace(/\p{N}/gu, ''))).toBe(false);
      }),
    );
  });

  it('is a name with a year, a span of years or a day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'In', 'depuis', 'the', 'a', 'VI', 'منذ'),
        fc.integer({ min: 1900, max: 2099 }),
        (word, year) => {
          expect(looksLikeIdentityNumber(`${word} ${year}`)).toBe(false);
          expect(looksLikeIdentityNumber(`${word} ${year}-${Math.min(year + 3, 2099)}`)).toBe(false);
          expect(looksLikeIdentityNumber(`${word} ${year}-05-31, ${year}`)).toBe(false);
          expect(looksLikeIdentityNumber(`31/5/${year}`)).toBe(false);
        },
      ),
    );
  });

  it.each([
    'Article 15',
    '5G',
    '2T Services',
    'loi n° 31-13',
    'décret no 2-15-700',
    'DG CDG',
    'Mohammed VI',
    'minister delegate, digital transition',
    'Maroc 2030',
    'speaks of the pilot, MA-2023-006',
    'present in May 2022 and 2023',
    'head of 12 400 people',
    'suivi2025',
    'G20, COP22 and B2B',
    'رئيس الحكومة منذ 2021',
    '',
  ])('is %j', (text) => expect(looksLikeIdentityNumber(text)).toBe(false));

  it('is read in no time, however long', () => {
    const long = 'A 1-2.3/'.repeat(20_000);
    const begun = performance.now();
    looksLikeIdentityNumber(long);
    looksLikeIdentityNumber('AB-'.repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
