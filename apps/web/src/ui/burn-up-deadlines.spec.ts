import { deadlinesOf } from './burn-up-deadlines';

const year = (stated: string) => ({ stated, precision: 'year', lastDay: `${stated}-12-31` }) as const;
const move = (number: number, act: 'amendment' | 'rectification', from: string, to: string) => ({
  ...{ number, act, old: year(from), new: year(to), versionNumber: number + 1 },
  ...{ effectiveOn: '2026-01-01', recordedOn: '2026-01-02' },
});

describe('the deadlines that a burn-up draws', () => {
  it('are one where nothing moved it, and none where there is none', () => {
    const of = (deadline: ReturnType<typeof year> | null) =>
      deadlinesOf({ firstDeadline: deadline, deadline, deadlineMoves: [] });
    expect(of(year('2028'))).toEqual([{ day: '2028-12-31', kind: 'now', act: null }]);
    expect(of(null)).toEqual([]);
  });

  it('are the first, those in between with the act that moved it there, and the one that holds', () => {
    const deadlineMoves = [move(1, 'amendment', '2028', '2029'), move(2, 'amendment', '2029', '2030')];
    expect(deadlinesOf({ firstDeadline: year('2028'), deadline: year('2030'), deadlineMoves })).toEqual([
      { day: '2028-12-31', kind: 'first', act: null },
      { day: '2029-12-31', kind: 'moved', act: 'amendment' },
      { day: '2030-12-31', kind: 'now', act: 'amendment' },
    ]);
  });

  it('leave out what only corrected the register', () => {
    const deadlineMoves = [move(1, 'rectification', '2029', '2030')];
    const found = deadlinesOf({ firstDeadline: year('2028'), deadline: year('2030'), deadlineMoves });
    expect(found.map(({ day }) => day)).toEqual(['2028-12-31', '2030-12-31']);
  });
});
