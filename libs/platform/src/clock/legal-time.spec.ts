import { WorkingDays, calendarDate } from '@app/kernel';
import { LegalTime } from './legal-time';

const casablanca = new LegalTime('Africa/Casablanca');
const week = new WorkingDays([6, 7], [calendarDate('2026-11-18')]);

describe('legal time of Morocco', () => {
  it.each([
    ['2026-09-19T23:30:00Z', '2026-09-20', '00:30'],
    ['2026-12-31T23:30:00Z', '2026-12-31', '23:30'],
    ['2027-07-01T23:30:00Z', '2027-07-01', '23:30'],
    ['2025-12-31T23:30:00Z', '2026-01-01', '00:30'],
  ])('at %s it is %s, %s', (instant, date, time) => {
    expect(casablanca.dateOf(new Date(instant))).toBe(date);
    expect(casablanca.wallClock(new Date(instant))).toBe(time);
  });

  it('refuses a zone that the pinned data do not know', () => {
    expect(() => new LegalTime('Africa/Atlantis')).toThrow(RangeError);
  });
});

describe('the sending window', () => {
  it.each([
    ['within the window: at once', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
    ['before it opens: at its opening', '2026-11-23T06:00:00Z', '2026-11-23T08:30:00.000Z'],
    ['at its end: the next working day', '2026-11-23T16:30:00Z', '2026-11-24T08:30:00.000Z'],
    ['on Friday evening: Monday', '2026-11-20T18:00:00Z', '2026-11-23T08:30:00.000Z'],
    ['on Sunday: Monday', '2026-11-22T10:00:00Z', '2026-11-23T08:30:00.000Z'],
    ['on a holiday: the day after', '2026-11-18T10:00:00Z', '2026-11-19T08:30:00.000Z'],
    ['the last minute still counts', '2026-11-23T16:29:59Z', '2026-11-23T16:29:59.000Z'],
  ])('%s', (_, from, next) => {
    expect(casablanca.nextSendingInstant(new Date(from), week).toISOString()).toBe(next);
  });
});
