import fc from 'fast-check';
import { readFigure } from './read-figure';

describe('figures as people write them', () => {
  it.each([
    ['1000', 1000],
    ['1 250,5', 1250.5],
    ['1,250.5', 1250.5],
    ['1.250,50', 1250.5],
    ['1 250', 1250],
    ['1\u202f250', 1250],
    ["1'250", 1250],
    ['1,250', 1250],
    ['1.250', 1250],
    ['1,250,000', 1250000],
    ['12,5', 12.5],
    ['0.75', 0.75],
    ['١٬٢٥٠٫٥', 1250.5],
    ['١٢٥٠', 1250],
    ['۱۲۵۰', 1250],
    ['0', 0],
  ])('%s', (text, value) => expect(readFigure(text)).toEqual({ value, unit: null, qualifier: null }));

  it.each([
    ['320 MDH', 320e6, 'MAD'],
    ['320MDH', 320e6, 'MAD'],
    ['2 MMDH', 2e9, 'MAD'],
    ['32 milliards de centimes', 320e6, 'MAD'],
    ['32 مليار سنتيم', 320e6, 'MAD'],
    ['1,5 milliard de dirhams', 1.5e9, 'MAD'],
    ['320 مليون درهم', 320e6, 'MAD'],
    ['٣٢٠ مليون درهم', 320e6, 'MAD'],
    ['1 250,50 DH', 1250.5, 'MAD'],
    ['MAD 1,250.50', 1250.5, 'MAD'],
    ['€ 3.5 million', 3.5e6, 'EUR'],
    ['10 millions USD', 10e6, 'USD'],
    ['85 %', 85, 'percent'],
    ['150 emplois', 150, 'jobs'],
    ['1 000 مناصب شغل', 1000, 'jobs'],
    ['3 آلاف منصب شغل', 3000, 'jobs'],
    ['12 mille', 12000, null],
  ])('%s', (text, value, unit) => expect(readFigure(text)).toEqual({ value, unit, qualifier: null }));

  it.each([
    ['plus de 1 000', 1000, 'more_than'],
    ['> 1000', 1000, 'more_than'],
    ['at least 150 jobs', 150, 'at_least'],
    ['environ 180 MDH', 180e6, 'about'],
    ['~500', 500, 'about'],
    ['أكثر من 1000 منصب شغل', 1000, 'more_than'],
    ['حوالي 180 مليون درهم', 180e6, 'about'],
    ["jusqu'à 20", 20, 'up_to'],
  ])('%s', (text, value, qualifier) => expect(readFigure(text)).toMatchObject({ value, qualifier }));

  it('guesses nothing', () => {
    expect(readFigure('1,250 million')).toBe('ambiguous');
    expect(readFigure('1.250 milliard')).toBe('ambiguous');
    expect(readFigure('1,255')).toMatchObject({ value: 1255 });
    expect(readFigure('0,255')).toBe('too_exact');
    expect(readFigure('1 000 milliards de milliards')).toBe('too_large');
    for (const text of [
      '',
      'thousands',
      '-5',
      '150 à 200',
      '1 25',
      '1,25,000',
      '12 13 14',
      'Infinity',
      '0x10',
      '1e9',
    ])
      expect(readFigure(text)).toBe('not_a_figure');
  });

  it('reads every amount that it may hold in the manner of each language, to the centime', () => {
    const amount = fc.integer({ min: 0, max: 900_000_000_000_000 });
    fc.assert(
      fc.property(amount, (hundredths) => {
        const whole = String(Math.floor(hundredths / 100));
        const cents = String(hundredths % 100).padStart(2, '0');
        const grouped = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
        const value = hundredths / 100;
        for (const text of [
          `${whole}.${cents}`,
          `${grouped(' ')},${cents}`,
          `${grouped(',')}.${cents}`,
          `${grouped('.')},${cents}`,
          `${grouped('\u202f')},${cents} MAD`,
        ])
          expect(readFigure(text)).toMatchObject({ value });
      }),
      { numRuns: 300 },
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void readFigure(text)),
      { numRuns: 2000 },
    );
  });
});
