import { publishedDate } from '@app/kernel';
import { firstDeadline, reschedulingOf } from './deadline-history';

const deadline = (stated: string) => publishedDate(stated);
const move = (old: string | null, next: string | null) => ({
  old: old === null ? null : deadline(old),
  new: next === null ? null : deadline(next),
});

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
    const moves = [move(null, '2027-H1'), move('2027-H1', '2026')];
    expect(firstDeadline(moves, deadline('2026'))).toMatchObject({
      stated: '2027-H1',
      precision: 'half_year',
    });
    expect(reschedulingOf(moves, deadline('2026'))).toEqual({ times: 2, days: -181 });
  });

  it('counts no days while there is no deadline', () => {
    expect(reschedulingOf([move('2026', null)], null)).toEqual({ times: 1, days: null });
    expect(firstDeadline([], null)).toBeNull();
  });
});
