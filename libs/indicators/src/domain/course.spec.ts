import fc from 'fast-check';
import { type CourseFigure, type CourseTarget, courseTo, endOfPeriod } from './course';

const figure = (change: Partial<CourseFigure>): CourseFigure => ({
  id: `${change.series ?? 'ministry'} ${change.nature ?? 'stock'} ${change.period ?? '2024'}`,
  ...{ nature: 'stock', series: 'ministry', sectorCode: null, period: '2024', value: 148_500 },
  ...change,
});
const target = (change: Partial<CourseTarget> = {}): CourseTarget => ({
  ...{ id: 'target', nature: 'stock', series: 'plan', sectorCode: null, period: '2030', value: 270_000 },
  measuredIn: 'ministry',
  ...change,
});

/** As published: three stocks at the end of years, and the net creation of two of them. */
const JOBS = [
  figure({ period: '2020', value: 100_000 }),
  figure({ period: '2023', value: 141_000 }),
  figure({ period: '2024', value: 148_500 }),
  figure({ period: '2023/2024', value: 18_500, nature: 'flow' }),
];

/** As published by two methods, for years and for half-years. */
const exports = (series: string, period: string, value: number) =>
  figure({ series, period, value, nature: 'level' });
const EXPORTS = [
  exports('old-method', '2023', 17.9),
  exports('new-method', '2023', 26.17),
  exports('new-method', '2024', 26.22),
  exports('new-method', '2024-H1', 12.9),
  exports('new-method', '2025-H1', 13.4),
];

describe('the course of jobs to 2030', () => {
  const course = courseTo(target(), JOBS);

  it('misses 121,500 in six years: 20,250 a year', () => {
    expect(course).toMatchObject({
      ...{ remaining: 121_500, years: 6, paceNeeded: 20_250, standing: 'behind' },
      latest: { period: '2024', value: 148_500 },
    });
  });

  it('is held against the 9,250 a year that were published for 2023 and 2024, with the two stocks beside', () => {
    expect(course.pacesObserved).toMatchObject([
      { by: 'published_change', perYear: 9_250, periods: ['2023/2024'] },
      { by: 'two_observations', perYear: 7_500, periods: ['2023', '2024'] },
    ]);
    expect(course.atThisPace).toBe(204_000);
  });
});

describe('the course of exports', () => {
  it('reads 26.22 against 40 and leaves half-years and the old method out', () => {
    const course = courseTo(target({ nature: 'level', value: 40, measuredIn: 'new-method' }), EXPORTS);
    expect(course).toMatchObject({
      latest: { period: '2024', value: 26.22 },
      ...{ remaining: 13.78, years: 6, paceNeeded: 2.296667, standing: 'behind' },
      pacesObserved: [{ by: 'two_observations', perYear: 0.05 }],
    });
  });

  it('holds the target of 2026, which the old method set, against the old method alone', () => {
    const ofOld = target({ nature: 'level', value: 25, period: '2026', measuredIn: 'old-method' });
    expect(courseTo(ofOld, EXPORTS)).toMatchObject({
      standing: 'not_enough_observations',
      ...{ latest: { value: 17.9 }, remaining: 7.1, years: 3, pacesObserved: [], atThisPace: null },
    });
  });
});

describe('a course', () => {
  it.each([
    ['reached', { value: 148_500 }],
    ['period_over', { period: '2024' }],
    ['method_not_stated', { measuredIn: null }],
    ['not_enough_observations', { measuredIn: 'census' }],
    ['ahead', { value: 150_000 }],
  ] as const)('is %s with %p', (standing, change) => {
    expect(courseTo(target(change), JOBS).standing).toBe(standing);
  });

  it('needs a second observation to tell a pace', () => {
    expect(courseTo(target(), [figure({})])).toMatchObject({
      ...{ standing: 'not_enough_observations', paceNeeded: 20_250, pacesObserved: [], atThisPace: null },
    });
  });

  it('counts from the end of a stated period', () => {
    expect(
      ['2024', '2024-H1', '2024-06', '2024-06-30', '2023/2024'].map((period) => endOfPeriod(period)),
    ).toEqual([24_300, 24_294, 24_294, 24_294, 24_300]);
    expect(endOfPeriod(null)).toBeNull();
  });
});

describe('whatever was observed', () => {
  const years = fc.uniqueArray(fc.integer({ min: 2000, max: 2029 }), { minLength: 2, maxLength: 8 });
  const value = fc.integer({ min: 0, max: 500_000 });

  it('another method, another nature and a part of the sector change nothing', () => {
    const foreign = fc.array(
      fc.record({
        series: fc.constantFrom('ministry', 'census'),
        nature: fc.constantFrom('stock' as const, 'level' as const, 'increment' as const),
        sectorCode: fc.constantFrom(null, 'ITO'),
        period: fc.integer({ min: 2000, max: 2040 }).map(String),
        value,
      }),
    );
    fc.assert(
      fc.property(foreign, (others) => {
        const strange = others
          .filter(
            ({ series, nature, sectorCode }) =>
              series !== 'ministry' || nature !== 'stock' || sectorCode !== null,
          )
          .map((one, index) => figure({ ...one, id: `other ${index}` }));
        expect(courseTo(target(), [...JOBS, ...strange])).toEqual(courseTo(target(), JOBS));
      }),
    );
  });

  it('the pace that is needed leads to the target, and no other order of the figures to another course', () => {
    fc.assert(
      fc.property(years, fc.array(value, { minLength: 8, maxLength: 8 }), (periods, values) => {
        const seen = periods.map((period, n) => figure({ period: String(period), value: values[n] ?? 0 }));
        const course = courseTo(target(), seen);
        expect(courseTo(target(), [...seen].reverse())).toEqual(course);
        const { latest, years: left, paceNeeded, remaining } = course;
        if (latest === null || left === null || paceNeeded === null || remaining === null)
          throw new Error('there are observations');
        expect(latest.period).toBe(String(Math.max(...periods)));
        expect(latest.value + paceNeeded * left).toBeCloseTo(Math.max(270_000, latest.value), 2);
      }),
    );
  });

  it('a straight line is recovered, and tells ahead from behind', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: -5000, max: 40_000 }), (periods, perYear) => {
        const at = (year: number) => 50_000 + perYear * (year - 2000);
        const seen = periods.map((year) => figure({ period: String(year), value: at(year) }));
        const { pacesObserved, atThisPace, standing } = courseTo(target(), seen);
        expect(pacesObserved[0]?.perYear).toBeCloseTo(perYear, 6);
        expect(atThisPace).toBeCloseTo(at(2030), 3);
        if (standing !== 'reached') expect(standing).toBe(at(2030) >= 270_000 ? 'ahead' : 'behind');
      }),
    );
  });
});
