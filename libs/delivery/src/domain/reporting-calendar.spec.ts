import fc from 'fast-check';
import { type CalendarDate, addDays, calendarDate } from '@app/kernel';
import {
  type ReportedCommitment,
  type ReportingCalendar,
  RHYTHMS,
  planRequests,
  rhythmFor,
} from './reporting-calendar';

const day = calendarDate;
const CALENDAR: ReportingCalendar = {
  ...{
    rhythm: 'half_yearly',
    dates: [],
    fromDay: day('2026-03-10'),
    dueDays: 30,
    graceDays: 15,
    suspensions: [],
  },
};
const PROMISE: ReportedCommitment = {
  ...{ commitmentId: 'c', measure: 'quantity', organisationId: 'o', answerableSince: day('2026-01-01') },
  settled: false,
};
const ends = (calendar: ReportingCalendar, today: string, promise = PROMISE) =>
  planRequests(calendar, [promise], day(today)).map(
    ({ periodFrom, periodUntil }) => `${periodFrom}/${periodUntil}`,
  );

describe('the reports that a calendar asks for', () => {
  it('follow the size of what is promised', () => {
    expect([499, 500].map(rhythmFor)).toEqual(['half_yearly', 'quarterly']);
  });

  it('are asked from the day after a period, once a half-year or a quarter', () => {
    expect(ends(CALENDAR, '2026-06-30')).toEqual([]);
    expect(ends(CALENDAR, '2026-07-01')).toEqual(['2026-01-01/2026-06-30']);
    const quarterly = { ...CALENDAR, rhythm: 'quarterly' } as const;
    expect(ends(quarterly, '2026-07-01')).toEqual(['2026-01-01/2026-03-31', '2026-04-01/2026-06-30']);
  });

  it('of what has no number are one a year, whatever the rhythm', () => {
    const ongoing = { ...PROMISE, measure: 'ongoing' };
    expect(ends(CALENDAR, '2027-01-01', ongoing)).toEqual(['2026-01-01/2026-12-31']);
    const own = { ...CALENDAR, rhythm: 'own_dates', dates: [day('2026-05-31')] } as const;
    expect(ends(own, '2027-01-01', ongoing)).toEqual(['2026-01-01/2026-12-31']);
    expect(ends(own, '2027-01-01')).toEqual(['2026-03-10/2026-05-31']);
  });

  it('are due after the days of the calendar, and missed after those of grace', () => {
    const [onTime] = planRequests(CALENDAR, [PROMISE], day('2026-07-01'));
    expect(onTime).toMatchObject({ dueOn: '2026-07-31', graceUntil: '2026-08-15' });
    const [late] = planRequests(CALENDAR, [PROMISE], day('2026-09-01'));
    expect(late).toMatchObject({ dueOn: '2026-10-01', graceUntil: '2026-10-16' });
  });

  it('are not asked of nobody, nor about what is settled', () => {
    for (const change of [{ organisationId: null }, { answerableSince: null }, { settled: true }]) {
      expect(ends(CALENDAR, '2027-07-01', { ...PROMISE, ...change })).toEqual([]);
    }
    expect(ends(CALENDAR, '2027-01-01', { ...PROMISE, answerableSince: day('2026-07-05') })).toEqual([
      '2026-07-01/2026-12-31',
    ]);
  });

  it('leave out what a suspension covers', () => {
    const suspended = (from: string, until: string | null) => ({
      ...CALENDAR,
      suspensions: [{ from: day(from), until: until === null ? null : day(until) }],
    });
    expect(ends(suspended('2026-06-01', null), '2027-01-01')).toEqual([]);
    expect(ends(suspended('2026-06-01', '2026-08-01'), '2027-01-01')).toEqual(['2026-07-01/2026-12-31']);
  });
});

describe('properties of the requests', () => {
  const days = fc.integer({ min: 0, max: 2500 }).map((offset) => addDays(day('2024-01-01'), offset));
  const calendars: fc.Arbitrary<ReportingCalendar> = fc
    .record({
      rhythm: fc.constantFrom(...RHYTHMS),
      dates: fc.uniqueArray(days, { maxLength: 6 }).map((some) => some.sort()),
      fromDay: days,
      dueDays: fc.integer({ min: 1, max: 90 }),
      graceDays: fc.integer({ min: 0, max: 60 }),
      suspensions: fc.array(
        fc
          .tuple(days, fc.integer({ min: 0, max: 400 }))
          .map(([from, length]) => ({ from, until: addDays(from, length) })),
        { maxLength: 2 },
      ),
    })
    .map((calendar) => ({ ...calendar, dates: calendar.rhythm === 'own_dates' ? calendar.dates : [] }));
  const commitments: fc.Arbitrary<ReportedCommitment> = fc.record({
    commitmentId: fc.constantFrom('a', 'b'),
    measure: fc.constantFrom('quantity', 'completion', 'ongoing'),
    organisationId: fc.constant('o'),
    answerableSince: days,
    settled: fc.constant(false),
  });
  const inSuspension = ({ suspensions }: ReportingCalendar, on: CalendarDate) =>
    suspensions.some(({ from, until }) => (from ?? on) <= on && on <= (until ?? on));

  it('one for each period; periods follow each other and lie within the calendar', () => {
    fc.assert(
      fc.property(calendars, commitments, days, (calendar, commitment, today) => {
        const planned = planRequests(calendar, [commitment], today);
        planned.forEach(({ periodFrom, periodUntil, dueOn, graceUntil }, index) => {
          expect(periodFrom <= periodUntil && periodUntil < today).toBe(true);
          expect(periodUntil >= calendar.fromDay && periodUntil >= (commitment.answerableSince ?? '')).toBe(
            true,
          );
          expect(dueOn > today && graceUntil >= dueOn).toBe(true);
          expect(inSuspension(calendar, periodUntil)).toBe(false);
          expect((planned[index - 1]?.periodUntil ?? '') < periodFrom).toBe(true);
        });
        if (inSuspension(calendar, today)) expect(planned).toEqual([]);
      }),
    );
  });

  it('time takes none back: what was asked on a day is asked on every later one that is not suspended', () => {
    fc.assert(
      fc.property(calendars, commitments, days, days, (calendar, commitment, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        if (inSuspension(calendar, after)) return;
        const untils = (today: CalendarDate) =>
          planRequests(calendar, [commitment], today).map(({ periodUntil }) => periodUntil);
        expect(untils(after)).toEqual(expect.arrayContaining(untils(before)));
      }),
    );
  });

  it('a preview shows what the nights to come will ask', () => {
    fc.assert(
      fc.property(calendars, commitments, days, (calendar, commitment, today) => {
        const horizon = addDays(today, 400);
        if (inSuspension(calendar, today) || inSuspension(calendar, horizon)) return;
        const periods = (requests: ReturnType<typeof planRequests>) =>
          requests.map(({ periodUntil }) => periodUntil);
        expect(periods(planRequests(calendar, [commitment], today, horizon))).toEqual(
          periods(planRequests(calendar, [commitment], horizon)),
        );
      }),
    );
  });
});
