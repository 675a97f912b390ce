import fc from 'fast-check';
import { EVIDENCE_BANDS } from './evidence-rank';
import { FUNNEL_STAGES, type ProgressCell, cohortsOf, funnelOf, progressSums } from './progress-summary';

const AXES = { unit: 'jobs', relation: 'direct', stability: 'stable', basis: 'new', level: 'firm' } as const;
const cell = (change: Partial<ProgressCell>): ProgressCell => ({
  ...{ year: 2025, stage: 'in_force', status: 'on_track', band: null, kind: 'jobs', axes: AXES },
  ...{ commitments: 1, withPromise: 1, promised: 100, accepted: 0 },
  ...change,
});
const STATUSES = ['cancelled', 'met', 'met_late', 'closed_not_met', 'overdue', 'on_track'];
const WORDS = {
  kept: ['met', 'met_late'],
  takenBack: ['cancelled'],
  due: ['closed_not_met', 'overdue'],
};

describe('what was delivered', () => {
  it('is told beside what was promised, by who stands behind it', () => {
    const [sum] = progressSums([
      cell({}),
      cell({ band: 'documented', accepted: 60, promised: 200 }),
      cell({ band: 'independently_verified', accepted: 40.5 }),
    ]);
    expect(sum).toMatchObject({
      ...{ promised: 400, commitments: 3, accepted: 100.5, withAccepted: 2 },
      delivered: { numerator: 100.5, denominator: 400, value: 0.25125 },
      bands: [
        { band: 'reported', accepted: 0, commitments: 0 },
        { band: 'documented', accepted: 60, commitments: 1 },
        { band: 'independently_verified', accepted: 40.5, commitments: 1 },
      ],
    });
  });

  it('is never added across kinds of jobs', () => {
    const sums = progressSums([
      cell({}),
      cell({ axes: { ...AXES, basis: 'additional' } }),
      cell({ axes: null }),
    ]);
    expect(sums.map(({ axes, promised }) => [axes.basis, promised])).toEqual([
      ['additional', 100],
      ['new', 100],
    ]);
  });
});

describe('the funnel', () => {
  it('counts at each stage what has come so far or further, with both denominators', () => {
    const steps = funnelOf(
      [
        cell({ stage: 'announced' }),
        cell({ stage: 'memorandum' }),
        cell({ commitments: 2 }),
        cell({ stage: 'delivered' }),
      ],
      new Map([
        ['memorandum', 1],
        ['delivered', 2],
      ]),
    );
    expect(steps.map(({ stage, here, reached }) => [stage, here.commitments, reached.commitments])).toEqual([
      ['announced', 1, 5],
      ['memorandum', 1, 4],
      ['convention', 0, 3],
      ['in_force', 2, 3],
      ['delivering', 0, 1],
      ['delivered', 1, 1],
    ]);
    expect(steps.map(({ reached }) => reached.agreements)).toEqual([3, 3, 2, 2, 2, 2]);
    expect(steps[0]?.ofPrevious).toBeNull();
    expect(steps[3]).toMatchObject({
      ofPrevious: { numerator: 3, denominator: 3, value: 1 },
      ofAll: { numerator: 3, denominator: 5, value: 0.6 },
      sums: [{ reached: 200, ofAll: { numerator: 200, denominator: 400, value: 0.5 } }],
    });
  });

  it('has no rate of nothing', () => {
    expect(funnelOf([], new Map())[1]).toMatchObject({
      ofPrevious: { numerator: 0, denominator: 0, value: null },
    });
  });
});

describe('cohorts', () => {
  it('say what became of the promises of a year, and how many of those due were kept', () => {
    const found = cohortsOf(
      [
        cell({ status: 'met', stage: 'delivered', band: 'documented', accepted: 100 }),
        cell({ status: 'overdue' }),
        cell({ status: 'cancelled' }),
        cell({ status: 'on_track' }),
        cell({ year: 2024, status: 'met_late' }),
        cell({ year: null }),
      ],
      STATUSES,
      WORDS,
    );
    expect(found.map(({ year, commitments }) => [year, commitments])).toEqual([
      [2024, 1],
      [2025, 4],
    ]);
    expect(found[1]).toMatchObject({
      kept: { numerator: 1, denominator: 2, value: 0.5 },
      outcomes: [
        { status: 'cancelled', commitments: 1 },
        { status: 'met', commitments: 1 },
        { status: 'overdue', commitments: 1 },
        { status: 'on_track', commitments: 1 },
      ],
      sums: [{ promised: 300, accepted: 100, withAccepted: 1 }],
    });
  });
});

describe('whatever the promises', () => {
  const any = fc.record({
    year: fc.option(fc.integer({ min: 2020, max: 2035 })),
    stage: fc.constantFrom(...FUNNEL_STAGES),
    status: fc.constantFrom(...STATUSES),
    band: fc.option(fc.constantFrom(...EVIDENCE_BANDS)),
    kind: fc.constantFrom('jobs', 'investment'),
    axes: fc.option(fc.constantFrom(AXES, { ...AXES, basis: 'additional' as const })),
    commitments: fc.integer({ min: 1, max: 50 }),
    withPromise: fc.integer({ min: 0, max: 50 }),
    promised: fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => hundredths / 100),
    accepted: fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => hundredths / 100),
  });
  const cells = fc.array(any, { maxLength: 40 });
  const hundredths = (values: readonly number[]) =>
    values.reduce((sum, one) => sum + Math.round(one * 100), 0);
  const many = (of: readonly { commitments: number }[]) => of.reduce((sum, one) => sum + one.commitments, 0);

  it('totals are the sum of their rows, and bands and cohorts of theirs', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const told = rows.map((row) => ({ ...row, accepted: row.band ? row.accepted : 0 }));
        const figured = told.filter(({ axes }) => axes !== null);
        const sums = progressSums(told);
        expect(hundredths(sums.map(({ promised }) => promised))).toBe(
          hundredths(figured.map((one) => one.promised)),
        );
        for (const { accepted, bands, withAccepted } of sums) {
          expect(hundredths(bands.map((one) => one.accepted))).toBe(hundredths([accepted]));
          expect(many(bands)).toBe(withAccepted);
        }
        const cohorts = cohortsOf(told, STATUSES, WORDS);
        expect(many(cohorts)).toBe(many(told.filter(({ year }) => year !== null)));
        for (const { commitments, outcomes, kept } of cohorts) {
          expect(many(outcomes)).toBe(commitments);
          expect(kept.numerator).toBeLessThanOrEqual(kept.denominator);
        }
      }),
    );
  });

  it('the funnel narrows, and its stages are all there is', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const steps = funnelOf(rows, new Map());
        expect(many(steps.map(({ here }) => here))).toBe(many(rows));
        const reached = steps.map(({ reached: { commitments } }) => commitments);
        expect(reached).toEqual([...reached].sort((one, other) => other - one));
        expect(reached[0]).toBe(many(rows));
      }),
    );
  });
});
