import * as fc from 'fast-check';
import { Figure, PromiseLink, Step, UncountedFigure, countOnce, wayBetween } from './count-once';
import { familiesOf } from './linked-instruments';

const figure = (commitmentId: string, rank: number, over: Partial<Figure> = {}): Figure => ({
  commitmentId,
  agreementId: commitmentId.charAt(0),
  axes: 'jobs',
  hasValue: true,
  rank,
  ...over,
});
const link = (kind: PromiseLink['kind'], fromCommitmentId: string, toCommitmentId: string): PromiseLink => ({
  id: `${fromCommitmentId}${toCommitmentId}`,
  kind,
  fromCommitmentId,
  toCommitmentId,
});
const of = (uncounted: readonly UncountedFigure[]) =>
  uncounted.map(({ commitmentId, countedCommitmentId }) => [commitmentId, countedCommitmentId]);

describe('promises that are one', () => {
  it('count once: the one signed last, whatever its axes', () => {
    const figures = [figure('a1', 2), figure('b1', 1, { axes: 'additional' }), figure('c1', 3)];
    expect(of(countOnce(figures, [], [link('same_promise', 'a1', 'b1')]))).toEqual([['a1', 'b1']]);
  });

  it('count by their figure before words', () => {
    const figures = [figure('a1', 2), figure('b1', 1, { hasValue: false })];
    expect(of(countOnce(figures, [], [link('same_promise', 'a1', 'b1')]))).toEqual([['b1', 'a1']]);
  });

  it('leave out no other promise of the two instruments', () => {
    const figures = [figure('a1', 2), figure('a2', 2), figure('b1', 1)];
    expect(of(countOnce(figures, [], [link('same_promise', 'a1', 'b1')]))).toEqual([['a1', 'b1']]);
  });

  it('are counted where the family of one of them is', () => {
    const figures = [figure('a1', 3), figure('b1', 2), figure('c1', 1)];
    const ofFamilies = [{ commitmentId: 'b1', countedIn: 'c', countedCommitmentId: null }];
    expect(of(countOnce(figures, ofFamilies, [link('same_promise', 'a1', 'b1')]))).toEqual([
      ['b1', null],
      ['a1', 'c1'],
    ]);
  });

  it('count although the one of before is no longer there', () => {
    expect(countOnce([figure('a1', 1)], [], [link('same_promise', 'a1', 'gone')])).toEqual([]);
  });
});

describe('a part of another promise', () => {
  it('does not count beside the whole in one sum', () => {
    const figures = [figure('a1', 1), figure('b1', 2)];
    expect(of(countOnce(figures, [], [link('part_of', 'a1', 'b1')]))).toEqual([['a1', 'b1']]);
  });

  it('counts where the whole stands in another sum, or in words only', () => {
    const links = [link('part_of', 'a1', 'b1')];
    expect(countOnce([figure('a1', 1), figure('b1', 2, { axes: 'capacity' })], [], links)).toEqual([]);
    expect(countOnce([figure('a1', 1), figure('b1', 2, { hasValue: false })], [], links)).toEqual([]);
  });

  it('is counted in what stands for the whole', () => {
    const figures = [figure('a1', 1), figure('b1', 3), figure('c1', 2)];
    const links = [link('same_promise', 'b1', 'c1'), link('part_of', 'a1', 'b1')];
    expect(of(countOnce(figures, [], links))).toEqual([
      ['b1', 'c1'],
      ['a1', 'c1'],
    ]);
  });
});

const ids = 'abcdef'.split('').flatMap((agreement) => [1, 2].map((number) => `${agreement}${number}`));
const someFigures = fc.array(
  fc.record({ axes: fc.constantFrom('jobs', 'additional'), hasValue: fc.boolean(), rank: fc.nat(9) }),
  { minLength: ids.length, maxLength: ids.length },
);
const someLinks = fc.array(
  fc
    .tuple(
      fc.constantFrom('same_promise' as const, 'part_of' as const),
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
    )
    .filter(([, from, to]) => from !== to)
    .map(([kind, from, to]) => link(kind, from, to)),
  { maxLength: 12 },
);
/** Agreements of which one counts in the place of some others, as families say. */
const families = fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 });

describe('whatever is linked', () => {
  it('of promises that are one, at most one counts, and none is dropped for nothing', () => {
    fc.assert(
      fc.property(someFigures, someLinks, families, (parts, links, family) => {
        const figures = parts.map((part, index) => figure(ids[index] ?? '', part.rank, part));
        const [counting, ...others] = new Set(family);
        const ofFamilies = figures.flatMap(({ commitmentId, agreementId, axes }) =>
          counting !== undefined &&
          others.includes(agreementId) &&
          figures.some((one) => one.agreementId === counting && one.axes === axes)
            ? [{ commitmentId, countedIn: counting, countedCommitmentId: null }]
            : [],
        );
        const dropped = new Map(countOnce(figures, ofFamilies, links).map((one) => [one.commitmentId, one]));
        const counts = (id: string) => !dropped.has(id);
        const same = familiesOf(
          links
            .filter(({ kind }) => kind === 'same_promise')
            .map((one) => ({ fromAgreementId: one.fromCommitmentId, toAgreementId: one.toCommitmentId })),
        );
        for (const number of new Set(same.values())) {
          const group = ids.filter((id) => same.get(id) === number);
          expect(group.filter(counts).length).toBeLessThanOrEqual(1);
        }
        for (const id of dropped.keys()) {
          const seen = new Set<string>();
          let at: string | null = id;
          while (at !== null && !counts(at) && !seen.has(at)) {
            seen.add(at);
            at = dropped.get(at)?.countedCommitmentId ?? null;
          }
          // The way ends at a figure that counts, or at an instrument of the family that was chosen before.
          expect(at === null ? dropped.get([...seen].at(-1) ?? '')?.countedIn : counts(at)).toBeTruthy();
          expect(at === null || !seen.has(at)).toBe(true);
        }
        expect(countOnce(figures, ofFamilies, [])).toEqual(ofFamilies);
      }),
    );
  });
});

describe('the way between two ends', () => {
  const ends = fc.constantFrom<string[]>(...'abcdefgh');
  const someSteps = fc.array(
    fc.tuple(ends, ends).map(([from, to]): Step => ({
      ...{ id: `${from}${to}`, kind: 'continued_by', between: 'agreements' },
      ...{ from, to },
    })),
    { maxLength: 14 },
  );

  it('is there exactly when links connect them, and every link of it is one of theirs', () => {
    fc.assert(
      fc.property(someSteps, ends, ends, (steps, from, to) => {
        const family = familiesOf(steps.map((one) => ({ fromAgreementId: one.from, toAgreementId: one.to })));
        const connected = from !== to && family.has(from) && family.get(from) === family.get(to);
        const way = wayBetween(steps, from, to);
        expect(way.length > 0).toBe(connected);
        let at = from;
        for (const { id } of way) {
          const step = steps.find((one) => one.id === id && (one.from === at || one.to === at));
          if (!step) throw new Error('a step from nowhere');
          at = step.from === at ? step.to : step.from;
        }
        expect(at).toBe(connected ? to : from);
      }),
    );
  });
});
