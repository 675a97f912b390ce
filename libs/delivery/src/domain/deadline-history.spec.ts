import * as fc from 'fast-check';
import { addDays, calendarDate, daysBetween, publishedDate } from '@app/kernel';
import { firstDeadline, reschedulingOf, slippedDays } from './deadline-history';

const deadline = (stated: string) => publishedDate(stated);
const move = (old: string | null, next: string | null, act = 'amendment') => ({
  old: old === null ? null : deadline(old),
  new: next === null ? null : deadline(next),
  act,
});

const ACTS = ['amendment', 'completion', 'rectification', 'suspension'];
const positions = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => deadline(addDays(calendarDate('2000-01-01'), days)));

/** A deadline that moves from position to position, each time under an act. */
const chains = fc
  .tuple(
    fc.array(positions, { minLength: 1, maxLength: 12 }),
    fc.array(fc.constantFrom(...ACTS), { minLength: 12, maxLength: 12 }),
  )
  .map(([stops, acts]) =>
    stops.slice(1).map((next, index) => ({
      old: stops[index] ?? null,
      new: next,
      act: acts[index] ?? 'amendment',
    })),
  );

describe('the history of a deadline', () => {
  it('begins with the present deadline while nothing moved', () => {
    expect(firstDeadline([], deadline('2029'))).toMatchObject({ stated: '2029', precision: 'year' });
    expect(reschedulingOf([], deadline('2029'))).toEqual({ times: 0, days: 0 });
  });

  it('keeps what was stated first through every move', () => {
    const moves = [move('2026', '2027-06'), move('2027-06', '2028')];
    expect(firstDeadline(moves, deadline('2028'))).toEqual({
      stated: '2026',
      precision: 'year',
      lastDay: '2026-12-31',
    });
    expect(reschedulingOf(moves, deadline('2028'))).toEqual({ times: 2, days: 731 });
  });

  it('begins where a deadline was stated at last', () => {
    const moves = [move(null, '2027-H1', 'completion'), move('2027-H1', '2026')];
    expect(firstDeadline(moves, deadline('2026'))).toMatchObject({
      stated: '2027-H1',
      precision: 'half_year',
    });
    expect(reschedulingOf(moves, deadline('2026'))).toEqual({ times: 1, days: -181 });
  });

  it('counts no days while there is no deadline', () => {
    expect(reschedulingOf([move('2026', null)], null)).toEqual({ times: 1, days: null });
    expect(firstDeadline([], null)).toBeNull();
  });

  it('counts from where a deadline was when an act took it away', () => {
    const moves = [move('2026', null), move(null, '2028')];
    expect(reschedulingOf(moves, deadline('2028'))).toEqual({ times: 2, days: 731 });
    const becameKnown = [move('2026', null, 'rectification'), move(null, '2028')];
    expect(reschedulingOf(becameKnown, deadline('2028'))).toEqual({ times: 1, days: 0 });
  });

  it('counts our recording errors and what became known as no slip, whatever lies between', () => {
    fc.assert(
      fc.property(chains, (moves) => {
        const [first, last] = [moves[0]?.old, moves.at(-1)?.new];
        const all = first && last ? daysBetween(first.lastDay, last.lastDay) : 0;
        const uncounted = moves
          .filter(({ act }) => act === 'completion' || act === 'rectification')
          .reduce((sum, { old, new: next }) => sum + (old ? daysBetween(old.lastDay, next.lastDay) : 0), 0);
        expect(slippedDays(moves)).toBe(all - uncounted);
      }),
    );
  });
});
