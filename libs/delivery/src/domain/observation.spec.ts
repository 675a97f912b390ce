import { calendarDate } from '@app/kernel';
import {
  type AcceptedObservation,
  COMPLETION_STAGES,
  DONE_VALUE,
  inOrderOfDays,
  knownOn,
  valueOfStage,
} from './observation';

const observed = (asOf: string, value: number, recordedOn = asOf): AcceptedObservation => ({
  asOf: calendarDate(asOf),
  value,
  rank: 'company_document',
  recordedOn: calendarDate(recordedOn),
});

describe('accepted observations', () => {
  it('are read in the order of their days, whenever they were accepted', () => {
    const late = observed('2026-06-30', 120, '2027-02-01');
    const early = observed('2026-12-31', 180, '2027-01-15');
    expect(inOrderOfDays([early, late])).toEqual([late, early]);
  });

  it('say one thing of a day: what was accepted last', () => {
    const first = observed('2026-06-30', 120, '2026-07-10');
    const second = observed('2026-06-30', 118, '2026-09-01');
    expect(inOrderOfDays([second, first])).toEqual([second]);
    expect(inOrderOfDays([first, { ...first, value: 119 }])).toMatchObject([{ value: 119 }]);
  });

  it('were unknown before they were accepted', () => {
    const all = [observed('2026-06-30', 120, '2026-09-01'), observed('2026-12-31', 180, '2027-01-15')];
    expect(knownOn(all, calendarDate('2026-08-31'))).toEqual([]);
    expect(knownOn(all, calendarDate('2026-12-31'))).toEqual([all[0]]);
  });

  it('give stages of completion as steps', () => {
    expect(COMPLETION_STAGES.map(valueOfStage)).toEqual([0, 1, 2, 3]);
    expect(DONE_VALUE).toBe(3);
  });
});
