import * as fc from 'fast-check';
import { addDays, calendarDate, publishedDate } from '@app/kernel';
import type { AgreementDocument } from './agreement-document';
import { type Shift, shiftDeadlines, shiftFaults } from './shift-deadlines';

type Promises = Pick<AgreementDocument, 'commitments'>;

interface Stated {
  readonly id: string;
  readonly deadline: string | null;
  readonly milestones?: readonly { readonly id: string; readonly deadline: string }[];
}

function promises(...stated: readonly Stated[]): Promises {
  const commitments = stated.map(({ id, deadline, milestones = [] }) => ({
    id,
    deadline: deadline === null ? null : { stated: deadline },
    milestones: milestones.map((milestone) => ({
      id: milestone.id,
      deadline: { stated: milestone.deadline },
    })),
  }));
  return { commitments } as unknown as Promises;
}

function deadlinesOf({ commitments }: Promises): (string | null)[] {
  return commitments.flatMap(({ deadline, milestones }) => [
    deadline?.stated ?? null,
    ...milestones.map((milestone) => milestone.deadline.stated),
  ]);
}

const shift = (change: Partial<Shift> = {}): Shift => ({
  rule: 'whole_interval',
  from: calendarDate('2026-01-10'),
  until: calendarDate('2026-03-11'),
  dates: [],
  settled: new Set(),
  ...change,
});

const PROMISES = promises(
  { id: 'a', deadline: '2029', milestones: [{ id: 'm', deadline: '2026-01-10' }] },
  { id: 'b', deadline: '2026-01-09' },
  { id: 'c', deadline: null },
  { id: 'd', deadline: '2026-06' },
);

describe('resuming after a suspension', () => {
  it('moves by every day it lasted what had not passed when it began', () => {
    expect(deadlinesOf(shiftDeadlines(PROMISES, shift()))).toEqual([
      '2030-03-01',
      '2026-03-11',
      '2026-01-09',
      null,
      '2026-08-29',
    ]);
  });

  it('moves nothing of a settled promise', () => {
    const moved = shiftDeadlines(PROMISES, shift({ settled: new Set(['a']) }));
    expect(deadlinesOf(moved)).toEqual(['2029', '2026-01-10', '2026-01-09', null, '2026-08-29']);
  });

  it('moves nothing at all when the rule says so', () => {
    expect(shiftDeadlines(PROMISES, shift({ rule: 'none' }))).toBe(PROMISES);
  });

  it('moves to the dates that were given, and no other', () => {
    const dates = [{ subjectId: 'd', deadline: { stated: '2026-H2' } }];
    expect(deadlinesOf(shiftDeadlines(PROMISES, shift({ rule: 'new_dates', dates })))).toEqual([
      '2029',
      '2026-01-10',
      '2026-01-09',
      null,
      '2026-H2',
    ]);
  });

  it.each<[string, Partial<Shift>, string[]]>([
    ['no fault', {}, []],
    [
      'dates beside a rule that needs none',
      { rule: 'none', dates: [{ subjectId: 'a', deadline: { stated: '2031' } }] },
      ['shift.dates: dates_of_other_rule'],
    ],
    ['no dates', { rule: 'new_dates' }, ['shift.dates: required']],
    [
      'what had passed, what is not there, what comes earlier, what is no date and what comes twice',
      {
        rule: 'new_dates',
        dates: ['b', 'x', 'd', 'a', 'a'].map((subjectId, index) => ({
          subjectId,
          deadline: { stated: ['2027', '2027', '2026-05', 'soon', '2031'][index] ?? '' },
        })),
      },
      [
        'shift.dates[0].subjectId: deadline_does_not_move',
        'shift.dates[1].subjectId: deadline_does_not_move',
        'shift.dates[2].deadline: deadline_earlier',
        'shift.dates[3].deadline.stated: not_a_date',
        'shift.dates[4].subjectId: repeated',
      ],
    ],
    [
      'a day that no calendar of ours has',
      { until: calendarDate('2199-12-31') },
      ['shift.rule: shift_too_far'],
    ],
  ])('finds %s', (_, change, expected) => {
    const found = shiftFaults(PROMISES, shift(change));
    expect(found.map(({ field, code }) => `${field}: ${code}`)).toEqual(expected);
  });
});

describe('a shift by the whole interval, whatever the deadlines', () => {
  const day = fc.nat(20_000).map((days) => addDays(calendarDate('2000-01-01'), days));
  const stated = fc.oneof(
    day,
    fc.integer({ min: 2000, max: 2050 }).map(String),
    day.map((date) => date.slice(0, 7)),
    fc.integer({ min: 2000, max: 2050 }).map((year) => `${year}-H1`),
  );
  const some = fc
    .array(fc.option(stated), { maxLength: 8 })
    .map((deadlines) => promises(...deadlines.map((deadline, index) => ({ id: `c${index}`, deadline }))));
  const lasting = (from: string, days: number): Shift =>
    shift({ from: calendarDate(from), until: addDays(calendarDate(from), days) });
  const lastDays = (document: Promises) =>
    document.commitments.map(({ deadline }) => deadline && publishedDate(deadline.stated).lastDay);

  it('of no day moves nothing, not even how a deadline is stated', () => {
    fc.assert(
      fc.property(some, day, (document, from) => {
        expect(shiftDeadlines(document, lasting(from, 0))).toBe(document);
      }),
    );
  });

  it('keeps the order of deadlines', () => {
    fc.assert(
      fc.property(some, day, fc.nat(2000), (document, from, days) => {
        const before = lastDays(document);
        const after = lastDays(shiftDeadlines(document, lasting(from, days)));
        before.forEach((one, i) =>
          before.forEach((other, k) => {
            if (one === null || other === null || one > other) return;
            expect((after[i] ?? '') <= (after[k] ?? '')).toBe(true);
          }),
        );
      }),
    );
  });

  it('moves each by exactly the days or not at all, and two in a row are one of both', () => {
    fc.assert(
      fc.property(some, day, fc.nat(1000), fc.nat(1000), (document, from, first, second) => {
        const once = shiftDeadlines(document, lasting(from, first));
        lastDays(document).forEach((lastDay, index) => {
          const moved = lastDays(once)[index];
          expect(moved).toBe(lastDay !== null && lastDay >= from ? addDays(lastDay, first) : lastDay);
        });
        const twice = lastDays(shiftDeadlines(once, lasting(from, second)));
        expect(twice).toEqual(lastDays(shiftDeadlines(document, lasting(from, first + second))));
      }),
    );
  });
});
