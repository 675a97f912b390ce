import { calendarDate } from '@app/kernel';
import { nextDuty } from './next-duty';

const day = calendarDate;

describe('the next duty of whoever promised', () => {
  const facts = {
    ...{ notice: null, report: null, lastDay: day('2029-12-31'), settled: false, today: day('2026-04-02') },
  };

  it('is a reply before a report, and a report before the deadline', () => {
    const report = { id: 'r', until: day('2026-04-30'), state: 'returned' } as const;
    const notice = { id: 'n', until: day('2026-05-30') };
    expect(nextDuty({ ...facts, report, notice })).toEqual({ kind: 'reply', ...notice });
    expect(nextDuty({ ...facts, report })).toEqual({ kind: 'report', ...report });
    expect(nextDuty(facts)).toEqual({ kind: 'deliver', id: null, until: '2029-12-31' });
  });

  it('is none where the deadline has passed, there is none, or nothing is left to deliver', () => {
    expect(nextDuty({ ...facts, lastDay: day('2026-04-01') })).toBeNull();
    expect(nextDuty({ ...facts, lastDay: null })).toBeNull();
    expect(nextDuty({ ...facts, settled: true })).toBeNull();
    expect(nextDuty({ ...facts, lastDay: facts.today })?.kind).toBe('deliver');
  });
});
