import { WorkingDays, calendarDate } from '@app/kernel';
import {
  faultsOfDay,
  hindranceToClosing,
  hindranceToNotice,
  hindranceToWord,
  repliesUntil,
} from './right-of-reply';

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
      ...({ channel: 'letter', isReachable: false } as const),
      today: day('2026-11-02'),
    };
    const code = (change: object) => hindranceToNotice({ ...facts, ...change })?.code ?? null;
    expect(code({})).toBeNull();
    expect(code({ lastDay: day('2026-11-02') })).toBe('notice_before_deadline');
    expect(code({ lastDay: null })).toBe('notice_before_deadline');
    expect(code({ organisationId: null })).toBe('notice_needs_obligor');
    expect(code({ channel: 'mail' })).toBe('notice_needs_address');
    expect(code({ channel: 'mail', isReachable: true })).toBeNull();
    expect(code({ decided: true })).toBe('notice_after_decision');
    expect(code({ legalState: 'suspended' })).toBe('notice_needs_running');
  });

  it('has a day of its own by letter alone, which has been and lies after the deadline', () => {
    const around = { lastDay: day('2026-10-31'), today: day('2026-11-02') };
    const code = (channel: 'mail' | 'letter', sentOn: string | null) =>
      faultsOfDay(channel, sentOn === null ? null : day(sentOn), around).map((fault) => fault.code);
    expect(code('mail', null)).toEqual([]);
    expect(code('mail', '2026-11-01')).toEqual(['mail_goes_out_now']);
    expect(code('letter', null)).toEqual(['required']);
    expect(code('letter', '2026-11-01')).toEqual([]);
    expect(code('letter', '2026-11-03')).toEqual(['day_in_future']);
    expect(code('letter', '2026-10-31')).toEqual(['notice_before_deadline']);
  });

  it('has run before anything is closed, where there is somebody to hear', () => {
    const code = (heardUntil: string | null, hasObligor = true) =>
      hindranceToClosing(
        { hasObligor, heardUntil: heardUntil === null ? null : day(heardUntil) },
        day('2026-11-17'),
      )?.code ?? null;
    expect(code(null)).toBe('closing_needs_notice');
    expect(code('2026-11-17')).toBe('reply_still_open');
    expect(code('2026-11-16')).toBeNull();
    expect(code(null, false)).toBeNull();
  });
});
