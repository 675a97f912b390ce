import * as fc from 'fast-check';
import { addDays, calendarDate, publishedDate } from '@app/kernel';
import { type LedgerMove, type LedgerVersion, type StatedFigure, ledgerOf } from './ledger';

const KINDS = ['clerical', 'completion', 'rectification', 'amendment', 'annotation', 'suspension'];
const START = calendarDate('2026-01-01');
const AXES = { qualifier: 'exactly', relation: 'direct', stability: 'stable', basis: 'new', level: 'firm' };

const deadline = (day: number) => {
  const { stated, lastDay } = publishedDate(addDays(START, day));
  return { stated, lastDay };
};
const figure = (value: number | null, unit: string): StatedFigure => ({ ...AXES, value, unit, stated: null });

interface Step {
  readonly kind: string;
  readonly day: number | null;
  readonly cents: number | null;
  readonly unit: string;
  readonly signed: boolean;
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    day: fc.option(fc.integer({ min: 0, max: 4000 })),
    cents: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    unit: fc.constantFrom('jobs', 'MAD'),
    signed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
);

/** Versions that follow each other; once one is signed, all later ones are. */
function historyOf(list: readonly Step[]): { versions: LedgerVersion[]; moves: LedgerMove[] } {
  let signed = false;
  const versions = list.map(({ kind, day, cents, unit, signed: now }, index): LedgerVersion => {
    signed ||= now;
    const recordedOn = addDays(START, index);
    const amended = index > 0 && kind === 'amendment';
    return {
      number: index + 1,
      kind: index === 0 ? 'first' : kind,
      reason: null,
      amendment: amended
        ? {
            ...{ number: String(index), signedOn: recordedOn, effectiveOn: recordedOn },
            ...{ rationale: 'a test', fileId: null, sourceId: null },
          }
        : null,
      recordedOn,
      signed,
      promise: {
        figure: cents === null ? figure(null, unit) : figure(cents / 100, unit),
        deadline: day === null ? null : deadline(day),
      },
    };
  });
  const moves = versions.slice(1).flatMap((version, index): LedgerMove[] => {
    const [old, next] = [versions[index]?.promise?.deadline ?? null, version.promise?.deadline ?? null];
    if (old?.lastDay === next?.lastDay) return [];
    const act = ['amendment', 'completion', 'suspension'].includes(version.kind)
      ? version.kind
      : 'rectification';
    return [{ ...{ old, new: next, act }, effectiveOn: version.recordedOn, versionNumber: version.number }];
  });
  return { versions, moves };
}

describe('the ledger of a commitment', () => {
  it('never changes the first signed promise, whatever follows', () => {
    fc.assert(
      fc.property(steps, steps, (list, later) => {
        const before = historyOf(list);
        const after = historyOf([...list, ...later]);
        const { firstPromise } = ledgerOf(before.versions, before.moves, []);
        const now = ledgerOf(after.versions, after.moves, []).firstPromise;
        if (firstPromise !== null) expect(now).toEqual(firstPromise);
        else expect(now === null || now.versionNumber > list.length).toBe(true);
      }),
    );
  });

  it('names every version that changed figure or deadline, and no other', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { versions, moves } = historyOf(list);
        const changed = versions.slice(1).flatMap((version, index) => {
          const before = versions[index]?.promise;
          const same =
            JSON.stringify(before?.figure) === JSON.stringify(version.promise?.figure) &&
            before?.deadline?.lastDay === version.promise?.deadline?.lastDay;
          return same ? [] : [version.number];
        });
        const { acts } = ledgerOf(versions, moves, []);
        expect(acts.map(({ versionNumber }) => versionNumber)).toEqual(changed);
        expect(acts.filter(({ isOurError, counts }) => isOurError && counts)).toEqual([]);
      }),
    );
  });

  it('counts nothing before the signature, and no act but amendments and suspensions', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const quiet = list.map((step) => ({
          ...step,
          kind: step.kind === 'amendment' || step.kind === 'suspension' ? 'rectification' : step.kind,
        }));
        const { versions, moves } = historyOf(quiet);
        const { daysSlipped, timesMoved, figureChanges } = ledgerOf(versions, moves, []);
        expect([daysSlipped ?? 0, timesMoved, figureChanges]).toEqual([0, 0, []]);
        const unsigned = historyOf(list.map((step) => ({ ...step, signed: false })));
        expect(ledgerOf(unsigned.versions, unsigned.moves, [])).toMatchObject({
          firstPromise: null,
          daysSlipped: null,
          timesMoved: 0,
          figureChanges: [],
        });
      }),
    );
  });

  it('adds up to the figure of today where every act is an amendment in one unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 10 }),
        (cents) => {
          const { versions, moves } = historyOf(
            cents.map((one) => ({ kind: 'amendment', day: null, cents: one, unit: 'MAD', signed: true })),
          );
          const { figureChanges } = ledgerOf(versions, moves, []);
          const { added, removed } = figureChanges[0] ?? { added: 0, removed: 0 };
          const [first = 0, last = 0] = [cents[0], cents.at(-1)];
          expect(Math.round((added - removed) * 100)).toBe(last - first);
        },
      ),
    );
  });

  it('sums what an amendment moved, apart from what we had recorded wrong', () => {
    const { versions, moves } = historyOf([
      { kind: 'first', day: 100, cents: 10_000, unit: 'jobs', signed: true },
      { kind: 'rectification', day: 130, cents: 12_000, unit: 'jobs', signed: true },
      { kind: 'amendment', day: 190, cents: 15_000, unit: 'jobs', signed: true },
      { kind: 'suspension', day: 200, cents: 15_000, unit: 'jobs', signed: true },
      { kind: 'amendment', day: 200, cents: 9_000, unit: 'jobs', signed: true },
    ]);
    const ledger = ledgerOf(versions, moves, []);
    expect(ledger).toMatchObject({
      firstPromise: { versionNumber: 1, deadline: deadline(100), figure: { value: 100 } },
      daysSlipped: 70,
      timesMoved: 2,
      figureChanges: [{ unit: 'jobs', added: 30, removed: 60 }],
    });
    expect(
      ledger.acts.map(({ act, counts, deadline: moved, figure: changed }) => [
        act,
        counts,
        moved?.days ?? null,
        changed?.difference ?? null,
      ]),
    ).toEqual([
      ['rectification', false, 30, 20],
      ['amendment', true, 60, 30],
      ['suspension', true, 10, null],
      ['amendment', true, null, -60],
    ]);
  });
});
