import { layLines } from './line-chart-layout';

const JOBS = [
  { at: 2021, value: 100_000 },
  { at: 2025, value: 150_000 },
];

describe('the layout of lines', () => {
  it('goes from nothing to a round value, and from the first moment to the last', () => {
    const layout = layLines([JOBS, [JOBS[1] ?? { at: 0, value: 0 }, { at: 2031, value: 270_000 }]], 'ltr');
    expect(layout?.values.map(({ value }) => value)).toEqual([0, 100_000, 200_000, 300_000]);
    expect(layout?.lines[0]?.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 67],
      [40, 50],
    ]);
    expect(layout?.lines[1]?.at(-1)).toEqual({ x: 100, y: 10 });
  });

  it('names years by what ends in them, the last among them', () => {
    const layout = layLines([JOBS, [{ at: 2031, value: 1 }]], 'ltr');
    expect(layout?.years.map(({ year }) => year)).toEqual([2020, 2022, 2024, 2026, 2028, 2030]);
  });

  it('runs from the right where lines of text do', () => {
    expect(layLines([JOBS], 'rtl')?.lines[0]?.map(({ x }) => x)).toEqual([100, 0]);
  });

  it('is none where there is nothing to draw', () => {
    expect(layLines([[]], 'ltr')).toBeNull();
  });

  it.each([0, 0.05, 1, 26.22, 40, 148_500, 3_400_000_000])('has few steps up to %d', (value) => {
    const { values } = layLines([[{ at: 2024, value }]], 'ltr') ?? { values: [] };
    expect(values.length).toBeLessThanOrEqual(6);
    expect(values.at(-1)?.value).toBeGreaterThanOrEqual(value);
  });
});
