import { calendarDate } from '@app/kernel';
import { promisedLine } from './promised-line';

const day = calendarDate;
const facts = {
  from: day('2026-09-30'),
  lastDay: day('2029-12-31'),
  target: 700,
  milestones: [] as { lastDay: ReturnType<typeof day>; value: number | null }[],
};

describe('the promised line', () => {
  it('is straight without milestones, and an assumption', () => {
    expect(promisedLine(facts)).toEqual({
      kind: 'straight_assumption',
      points: [
        { day: '2026-09-30', value: 0 },
        { day: '2029-12-31', value: 700 },
      ],
    });
  });

  it('has the steps of the milestones, in the order of their days', () => {
    const milestones = [
      { lastDay: day('2028-12-31'), value: 400 },
      { lastDay: day('2027-12-31'), value: 100 },
      { lastDay: day('2027-12-31'), value: 150 },
      { lastDay: day('2028-06-30'), value: null },
      { lastDay: day('2029-12-31'), value: 650 },
    ];
    expect(promisedLine({ ...facts, milestones })).toEqual({
      kind: 'milestones',
      points: [
        { day: '2026-09-30', value: 0 },
        { day: '2027-12-31', value: 150 },
        { day: '2028-12-31', value: 400 },
        { day: '2029-12-31', value: 700 },
      ],
    });
  });

  it('is not drawn from an unknown day, without a deadline or without a target', () => {
    expect(promisedLine({ ...facts, from: null })).toEqual({ kind: 'none' });
    expect(promisedLine({ ...facts, lastDay: null })).toEqual({ kind: 'none' });
    expect(promisedLine({ ...facts, target: null })).toEqual({ kind: 'none' });
    expect(promisedLine({ ...facts, from: facts.lastDay })).toEqual({ kind: 'none' });
  });
});
