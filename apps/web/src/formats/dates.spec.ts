import { formatDay, formatRange, formatShortDay } from './dates';

describe('calendar days in words', () => {
  it('count the first day of a month in French, and number the others', () => {
    expect(formatDay('2026-12-01', 'fr')).toBe('1er décembre 2026');
    expect(formatShortDay('2026-12-01', 'fr')).toBe('1er déc. 2026');
    expect(formatRange('2026-12-01/2026-12-03', 'fr')).toMatch(/^1er.*3 décembre 2026$/);
    expect(formatDay('2026-12-11', 'fr')).toBe('11 décembre 2026');
    expect(formatShortDay('2026-12-31', 'fr')).toBe('31 déc. 2026');
  });

  it('are written with the digits and the months of the country', () => {
    expect(formatDay('2026-07-01', 'ar')).toBe('1 يوليوز 2026');
    expect(formatDay('2026-07-01', 'en')).toBe('July 1, 2026');
  });
});
