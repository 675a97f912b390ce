import fc from 'fast-check';
import { isExactValue, isUnit, isValidIce, localizedText, textIn } from '.';

describe('figures', () => {
  it('are whole for things that are counted and have two decimals for money', () => {
    expect(isExactValue(1750, 'jobs')).toBe(true);
    expect(isExactValue(17.5, 'jobs')).toBe(false);
    expect(isExactValue(1250.55, 'MAD')).toBe(true);
    expect(isExactValue(1250.555, 'MAD')).toBe(false);
    expect(isExactValue(-1, 'jobs')).toBe(false);
    expect(isExactValue(Number.NaN, 'MAD')).toBe(false);
    expect(isExactValue(1e15, 'MAD')).toBe(false);
    expect(isExactValue(1e-7, 'MAD')).toBe(false);
  });

  it('accepts every amount with two decimals that the register can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000_000_000 }), (cents) => {
        expect(
          isExactValue(Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`), 'MAD'),
        ).toBe(true);
      }),
    );
  });

  it('counts known things and currencies', () => {
    expect(['jobs', 'trainees', 'MAD', 'EUR'].every(isUnit)).toBe(true);
    expect(['job', 'mad', '', 'DIRHAM'].some(isUnit)).toBe(false);
  });
});

describe('company identifiers', () => {
  it('have a control', () => {
    expect(isValidIce('001561191000066')).toBe(true);
    expect(isValidIce('002136093000040')).toBe(true);
    expect(isValidIce('001561191000065')).toBe(false);
    expect(isValidIce('1561191000066')).toBe(false);
    expect(isValidIce('00156119100006x')).toBe(false);
  });
});

describe('texts', () => {
  it('fall back to French, English, Arabic', () => {
    expect(textIn(localizedText({ en: 'covenant', ar: 'ميثاق' }), 'fr')).toBe('covenant');
    expect(textIn(localizedText({ fr: 'pacte', ar: 'ميثاق' }), 'ar')).toBe('ميثاق');
    expect(textIn(localizedText({}), 'ar')).toBe('');
  });

  it('know no blank text', () => expect(localizedText({ fr: '  ' }).fr).toBeNull());
});
