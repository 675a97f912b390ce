import { WorkingDays, calendarDate } from '@app/kernel';
import { hindranceToNotice, hindranceToWord, repliesUntil } from './right-of-reply';

const day = calendarDate;

describe('the right of reply', () => {
  it('lasts ten working days from the notice, whatever weekends and holidays lie between', () => {
    expect(repliesUntil(day('2026-11-02'), new WorkingDays([6, 7], []))).toBe('2026-11-16');
    expect(repliesUntil(day('2026-11-02'), new WorkingDays([6, 7], [day('2026-11-06')]))).toBe('2026-11-17');
  });

  it('has run on the day after, and not without a notice', () => {
    expect(hindranceToWord(null, day('2026-11-17'))?.code).toBe('closing_needs_reply');
    expect(hindranceToWord(day('2026-11-16'), day('2026-11-16'))?.code).toBe('reply_still_open');
    expect(hindranceToWord(day('2026-11-16'), day('2026-11-17'))).toBeNull();
  });

  it('begins with a notice to somebody, after the deadline and before a decision', () => {
    const facts = {
      ...{ legalState: 'in_force', lastDay: day('2026-10-31'), decided: false, organisationId: 'o' },
      today: day('2026-11-02'),
    };
    const code = (change: object) => hindranceToNotice({ ...facts, ...change })?.code ?? null;
    expect(code({})).toBeNull();
    expect(code({ lastDay: day('2026-11-02') })).toBe('notice_before_deadline');
    expect(code({ lastDay: null })).toBe('notice_before_deadline');
    expect(code({ organisationId: null })).toBe('notice_needs_obligor');
    expect(code({ decided: true })).toBe('notice_after_decision');
    expect(code({ legalState: 'suspended' })).toBe('notice_needs_running');
  });
});
