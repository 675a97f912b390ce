import { type BurnUpSeries, layBurnUp } from './burn-up-layout';

/** Of 200 promised in the course of 2026 and 2027, 100 were accepted in the middle. */
const SERIES: BurnUpSeries = {
  promisedLine: 'straight_assumption',
  promised: [
    { day: '2026-01-01', value: 0 },
    { day: '2028-01-01', value: 200 },
  ],
  claimed: [{ day: '2027-01-01', value: 120 }],
  accepted: [{ day: '2027-01-01', value: 100 }],
  forecast: null,
};
const NOTHING: BurnUpSeries = {
  ...{ promisedLine: 'none', promised: [], claimed: [], accepted: [], forecast: null },
};
const LAST_DAY = ['2028-01-01'];

function lay(change: Partial<BurnUpSeries> = {}, direction: 'ltr' | 'rtl' = 'ltr', deadlines = LAST_DAY) {
  const layout = layBurnUp({ ...SERIES, ...change }, deadlines, direction);
  if (!layout) throw new Error('nothing was laid out');
  return layout;
}

describe('the layout of a burn-up', () => {
  it('goes from the first day and nothing at the bottom to the last day and a round value at the top', () => {
    expect(lay()).toEqual({
      years: [2026, 2027, 2028].map((year, index) => ({ year, x: index * 50 })),
      values: [0, 50, 100, 150, 200].map((value, index) => ({ value, y: 100 - index * 25 })),
      promised: [
        { x: 0, y: 100 },
        { x: 100, y: 0 },
      ],
      claimed: [{ x: 50, y: 40 }],
      accepted: [{ x: 50, y: 50 }],
      band: [],
      deadlines: [100],
    });
  });

  it('runs from the right where lines of text do, and stands as high', () => {
    const [left, right] = [lay(), lay({}, 'rtl')];
    expect(right.promised).toEqual(left.promised.map(({ x, y }) => ({ x: 100 - x, y })));
    expect(right.years.map(({ x }) => x)).toEqual([100, 50, 0]);
    expect(right.deadlines).toEqual([0]);
  });

  it('rises on the days of milestones and stands still between them', () => {
    const { promised } = lay({
      promisedLine: 'milestones',
      promised: [
        { day: '2026-01-01', value: 0 },
        { day: '2027-01-01', value: 50 },
        { day: '2028-01-01', value: 200 },
      ],
    });
    expect(promised).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 100 },
      { x: 50, y: 75 },
      { x: 100, y: 75 },
      { x: 100, y: 0 },
    ]);
  });

  const range = (earliest: string, latest: string | null): Partial<BurnUpSeries> => ({
    forecast: { from: { day: '2027-01-01', value: 100 }, target: 200, earliest, latest },
  });

  it('draws a forecast from the last accepted value to both ends of its range, and makes room for it', () => {
    const { band, deadlines } = lay(range('2028-01-01', '2029-01-01'));
    expect(band.map(({ y }) => y)).toEqual([50, 0, 0]);
    expect(band.map(({ x }) => Math.round(x))).toEqual([33, 67, 100]);
    expect(Math.round(deadlines[0] ?? 0)).toBe(67);
  });

  it.each([
    ['an end far ahead', range('2028-01-01', '2047-01-01'), [50, 0, 0, 42.5]],
    ['an open end', range('2028-01-01', null), [50, 0, 0, 50]],
    ['both ends far ahead', range('2037-01-01', '2047-01-01'), [50, 35, 42.5]],
  ])('cuts %s off, so that the rest stays readable', (_, change, heights) => {
    const { band, years } = lay(change);
    expect(band.map(({ y }) => Math.round(y * 2) / 2)).toEqual(heights);
    expect(Math.max(...band.map(({ x }) => x))).toBeLessThanOrEqual(100);
    expect(years.at(-1)?.year).toBeLessThanOrEqual(2030);
  });

  it('has the four stages of what has no number as its values', () => {
    const stages = lay({
      promised: SERIES.promised.map((one) => ({ ...one, value: one.value && 3 })),
      claimed: [],
      accepted: [],
    });
    expect(stages.values.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
  });

  it.each([1, 7, 99, 1_250, 48_000, 3_400_000_000])('has at most five steps up to %d', (highest) => {
    const { values } = lay({ accepted: [{ day: '2027-01-01', value: highest }], promised: [], claimed: [] });
    expect(values.length).toBeLessThanOrEqual(6);
    expect(values.at(-1)?.value).toBeGreaterThanOrEqual(highest);
    expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
  });

  it('names few years of a long time, each within the picture', () => {
    const { years } = lay({}, 'ltr', ['2049-12-31']);
    expect(years.map(({ year }) => year)).toEqual([2030, 2035, 2040, 2045]);
    expect(years.every(({ x }) => x >= 0 && x <= 100)).toBe(true);
  });

  it('draws a single day, and nothing without one', () => {
    expect(lay(NOTHING).deadlines).toEqual([0]);
    expect(layBurnUp(NOTHING, [], 'ltr')).toBeNull();
  });
});
