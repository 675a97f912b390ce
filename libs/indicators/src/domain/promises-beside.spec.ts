import fc from 'fast-check';
import { type FirmSum, firmLines } from './promises-beside';

const JOBS = { perUnit: 1 };
const TARGET = { nature: 'stock', year: 2030, remaining: 121_500 } as const;
const sum = (change: Partial<FirmSum>): FirmSum => ({
  ...{ relation: 'direct', stability: 'stable', basis: 'new', total: 1_000, commitments: 1, year: 2029 },
  ...change,
});

describe('firm promises beside a national figure', () => {
  it('are a line for each set of axes, with the share of what is missing that is due in time', () => {
    const lines = firmLines(
      [sum({}), sum({ year: 2032, total: 500 }), sum({ year: null, total: 9 }), sum({ basis: 'additional' })],
      JOBS,
      TARGET,
    );
    expect(lines).toEqual([
      {
        ...{ relation: 'direct', stability: 'stable', basis: 'new', total: 1_509, commitments: 3 },
        dueByTarget: { total: 1_000, commitments: 1 },
        share: { numerator: 1_000, denominator: 121_500, value: 0.00823 },
        shareAbsence: null,
      },
      expect.objectContaining({ basis: 'additional', total: 1_000 }),
    ]);
  });

  it.each([
    ['a headcount holds today’s staff', [sum({ basis: 'headcount_level' })], TARGET, 'counted_otherwise'],
    ['a level is not added to', [sum({})], { ...TARGET, nature: 'level' as const }, 'counted_otherwise'],
    ['nobody knows what is missing', [sum({})], { ...TARGET, remaining: null }, 'no_distance'],
    ['nothing is missing', [sum({})], { ...TARGET, remaining: 0 }, 'no_distance'],
  ])('have no share where %s', (_, sums, target, shareAbsence) => {
    expect(firmLines(sums, JOBS, target)).toMatchObject([{ share: null, shareAbsence }]);
  });

  it('are told in the unit of the figure', () => {
    expect(firmLines([sum({ total: 26e9 })], { perUnit: 1e9 }, TARGET)).toMatchObject([{ total: 26 }]);
  });

  it('add up to what there is, each in one line', () => {
    const any = fc.record({
      relation: fc.constantFrom('direct', 'indirect'),
      stability: fc.constantFrom('stable', 'not_stated'),
      basis: fc.constantFrom('new', 'headcount_level'),
      total: fc.integer({ min: 0, max: 10_000 }),
      commitments: fc.integer({ min: 1, max: 9 }),
      year: fc.option(fc.integer({ min: 2020, max: 2040 })),
    });
    fc.assert(
      fc.property(fc.array(any), (sums) => {
        const lines = firmLines(sums, JOBS, TARGET);
        const all = (of: readonly { total: number; commitments: number }[]) => ({
          total: of.reduce((sum, { total }) => sum + total, 0),
          commitments: of.reduce((sum, { commitments }) => sum + commitments, 0),
        });
        expect(all(lines)).toEqual(all(sums));
        expect(all(lines.map(({ dueByTarget }) => dueByTarget))).toEqual(
          all(sums.filter(({ year }) => year !== null && year <= 2030)),
        );
      }),
    );
  });
});
