import * as fc from 'fast-check';
import { CalendarDate, WorkingDays, addDays, calendarDate } from '@app/kernel';
import { crossedUntil, dueOn } from './crossing';
import { LedgerEntry, keyOf } from './ledger';
import { DeadlineMove, SubjectFacts, planOccurrences } from './plan-occurrences';
import { ALERT_RULES, conditionHolds, thresholdRules } from './rules';

const START = calendarDate('2026-11-23');
const HOLIDAYS = ['2027-01-01', '2027-01-11', '2027-01-14', '2027-05-01', '2027-05-17', '2027-05-18'];
const CALENDAR = new WorkingDays([6, 7], HOLIDAYS.map(calendarDate));

type Ledger = readonly LedgerEntry[];

/** The ledger with the planner's changes written into it. */
function written(ledger: Ledger, changes: Ledger): Ledger {
  const lines = new Map([...ledger, ...changes].map((entry) => [keyOf(entry), entry]));
  return [...lines.values()];
}

function plan(facts: SubjectFacts, today: CalendarDate, ledger: Ledger): Ledger {
  return planOccurrences(facts, ALERT_RULES, CALENDAR, today, ledger);
}

function dispatched(ledger: Ledger): Ledger {
  return ledger.map((entry) => (entry.state === 'due' ? { ...entry, state: 'dispatched' as const } : entry));
}

function commitment(deadline: string | null, changes: Partial<SubjectFacts> = {}): SubjectFacts {
  return {
    subjectType: 'commitment',
    live: true,
    deadline: deadline === null ? null : calendarDate(deadline),
    termStart: calendarDate('2025-04-15'),
    recordedOn: START,
    moves: [],
    ...changes,
  };
}

function moved(facts: SubjectFacts, to: CalendarDate | null, recordedOn: CalendarDate): SubjectFacts {
  const move: DeadlineMove = { number: facts.moves.length + 1, from: facts.deadline, to, recordedOn };
  return { ...facts, deadline: to, moves: [...facts.moves, move] };
}

const told = (changes: Ledger) => changes.filter(({ state }) => state === 'due');
const brief = (changes: Ledger) =>
  changes.map(({ rule, threshold, state }) => `${rule.replace('deadline_', '')} ${threshold} ${state}`);

describe('planning one subject', () => {
  it('says nothing while no threshold is reached', () => {
    expect(plan(commitment('2029-12-31'), START, [])).toEqual([]);
  });

  it('tells a promise logged late once, for its most urgent threshold and to everyone the others address', () => {
    const changes = plan(commitment('2026-10-20'), START, []);
    expect(brief(changes)).toEqual([
      'passed 30 due',
      'passed 7 superseded',
      'passed 1 superseded',
      'ahead 0 superseded',
      'ahead -7 superseded',
      'ahead -30 superseded',
      'ahead -90 superseded',
      'ahead -180 superseded',
      'ahead -365 superseded',
    ]);
    expect(told(changes)[0]).toMatchObject({
      catchUp: true,
      to: ['owner', 'obligor', 'verifier', 'head_of_unit', 'director'],
    });
    expect(plan(commitment('2026-10-20'), START, changes)).toEqual([]);
  });

  it('leaves out the early thresholds of a term of eighteen months or less', () => {
    const facts = commitment('2026-10-15', { termStart: calendarDate('2025-04-15') });
    expect(brief(plan(facts, START, []))).not.toContain('ahead -180 superseded');
  });

  it('tells a milestone ninety days ahead only when it was recorded in those days', () => {
    const early = commitment('2027-02-15', {
      subjectType: 'milestone',
      recordedOn: calendarDate('2026-11-16'),
    });
    expect(plan(early, START, [])).toEqual([]);
    const late = commitment('2027-02-15', { subjectType: 'milestone', recordedOn: START });
    expect(brief(plan(late, START, []))).toEqual(['ahead -90 due']);
  });

  it('stands a move for all thresholds already crossed at the new date, and addresses those they address', () => {
    const facts = moved(commitment('2029-12-31'), calendarDate('2026-12-10'), START);
    const changes = plan(facts, START, []);
    expect(brief(told(changes))).toEqual(['moved 1 due']);
    expect(told(changes)[0]?.to).toEqual(['owner', 'obligor', 'verifier']);
    const stoodFor = changes.filter(({ state }) => state === 'superseded');
    expect(stoodFor).toHaveLength(4);
    expect(stoodFor.every(({ supersededBy }) => supersededBy?.rule === 'deadline_moved')).toBe(true);
  });

  it('cancels what was planned for the old date, and with it what that stood for', () => {
    const before = commitment('2026-12-10');
    const ledger = written([], plan(before, START, []));
    const after = moved(before, calendarDate('2029-12-31'), START);
    const changes = plan(after, START, ledger);
    expect(brief(told(changes))).toEqual(['moved 1 due']);
    expect(changes.filter(({ state }) => state === 'cancelled')).toHaveLength(ledger.length);
  });

  it('stays silent on a move that was undone before anyone was told, and then says what it had withdrawn', () => {
    const before = commitment('2026-12-10');
    let ledger = written([], plan(before, START, []));
    const away = moved(before, calendarDate('2029-12-31'), START);
    ledger = written(ledger, plan(away, START, ledger));
    const back = moved(away, calendarDate('2026-12-10'), START);
    const changes = plan(back, START, ledger);
    expect(brief(told(changes))).toEqual(['ahead -30 due']);
    expect(changes.find(({ reason }) => reason === 'moved_back_untold')?.threshold).toBe(2);
  });

  it('tells a move back that people believed', () => {
    const before = commitment('2026-12-10');
    let ledger = dispatched(written([], plan(before, START, [])));
    const away = moved(before, calendarDate('2029-12-31'), START);
    ledger = dispatched(written(ledger, plan(away, START, ledger)));
    const back = moved(away, calendarDate('2026-12-10'), START);
    expect(brief(plan(back, START, ledger))).toEqual(['moved 2 due']);
  });

  it('tells of a deadline that was taken away', () => {
    const facts = moved(commitment('2026-12-10'), null, START);
    expect(brief(plan(facts, START, []))).toEqual(['moved 1 due']);
  });

  it('withdraws everything of an agreement that is no longer live, and takes it up again when it is', () => {
    const facts = commitment('2026-12-10');
    let ledger = written([], plan(facts, START, []));
    const gone = plan({ ...facts, live: false }, START, ledger);
    expect(gone.every(({ state, reason }) => state === 'cancelled' && reason === 'not_live')).toBe(true);
    ledger = written(ledger, gone);
    expect(brief(told(plan(facts, START, ledger)))).toEqual(['ahead -30 due']);
  });
});

interface Step {
  readonly wait: number;
  readonly event: 'none' | 'move' | 'move back' | 'no deadline' | 'not live' | 'live';
  readonly offset: number;
  readonly planned: boolean;
  readonly sent: boolean;
}

const steps = fc.array(
  fc.record<Step>({
    wait: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 500 })),
    event: fc.constantFrom('none', 'none', 'none', 'move', 'move back', 'no deadline', 'not live', 'live'),
    offset: fc.integer({ min: -200, max: 500 }),
    planned: fc.boolean(),
    sent: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

const subjects = fc.record({
  subjectType: fc.constantFrom('commitment' as const, 'milestone' as const),
  deadline: fc.integer({ min: -500, max: 900 }).map((days) => addDays(START, days)),
  termStart: fc.integer({ min: -900, max: 0 }).map((days) => addDays(START, days)),
});

function happen(facts: SubjectFacts, { event, offset }: Step, today: CalendarDate): SubjectFacts {
  const to =
    event === 'move'
      ? addDays(today, offset)
      : event === 'move back'
        ? (facts.moves.at(-1)?.from ?? facts.deadline)
        : event === 'no deadline'
          ? null
          : facts.deadline;
  if (to !== facts.deadline) return moved(facts, to, today);
  return { ...facts, live: event === 'not live' ? false : event === 'live' ? true : facts.live };
}

function crossedKeys(facts: SubjectFacts, today: CalendarDate): string[] {
  const { deadline } = facts;
  if (!facts.live || deadline === null) return [];
  return thresholdRules(ALERT_RULES).flatMap(({ code, thresholds }) =>
    thresholds
      .filter(({ days, when }) => {
        const condition = when[facts.subjectType];
        const counts = condition !== undefined && conditionHolds(condition, days, { ...facts, deadline });
        return counts && dueOn(deadline, days, CALENDAR) <= today;
      })
      .map(({ days }) => keyOf({ rule: code, threshold: days, deadlineDate: deadline })),
  );
}

/** Who finally speaks for an occurrence. */
function spokesman(ledger: Ledger, key: string): LedgerEntry | undefined {
  const entry = ledger.find((line) => keyOf(line) === key);
  return entry?.supersededBy ? spokesman(ledger, keyOf(entry.supersededBy)) : entry;
}

describe('planning through any life of a deadline', () => {
  it('loses nothing, repeats nothing and never tells twice at once', () => {
    fc.assert(
      fc.property(subjects, steps, (subject, life) => {
        let facts: SubjectFacts = { ...subject, live: true, recordedOn: START, moves: [] };
        let ledger: Ledger = [];
        let today = START;
        let believed: CalendarDate | null = facts.deadline;
        const sent = new Set<string>();
        for (const step of life) {
          today = addDays(today, step.wait);
          facts = happen(facts, step, today);
          if (step.planned) {
            const changes = plan(facts, today, ledger);
            expect(told(changes).length).toBeLessThanOrEqual(1);
            for (const { rule, deadlineDate } of told(changes)) {
              if (rule === 'deadline_moved') expect(deadlineDate).not.toBe(believed);
            }
            ledger = written(ledger, changes);
            // Planned again, or by a second planner side by side: nothing new.
            expect(plan(facts, today, ledger)).toEqual([]);
            // Every crossed threshold is stood for by something told, to be told, or told before.
            for (const key of crossedKeys(facts, today)) {
              expect(['due', 'dispatched']).toContain(spokesman(ledger, key)?.state);
            }
          }
          if (step.sent) {
            for (const entry of told(ledger)) {
              // Checked again at sending: what no longer holds is not sent.
              if (!facts.live || entry.deadlineDate !== facts.deadline) continue;
              const key = keyOf(entry);
              expect(sent.has(key)).toBe(false);
              sent.add(key);
              if (entry.rule === 'deadline_moved') believed = entry.deadlineDate;
              ledger = written(ledger, [{ ...entry, state: 'dispatched' }]);
            }
          }
        }
        // In the end, once the planner ran and the mail went out, whoever was told anything believes what is true.
        if (!facts.live || sent.size === 0) return;
        ledger = written(ledger, plan(facts, today, ledger));
        const news = told(ledger).find(({ rule }) => rule === 'deadline_moved');
        expect(news ? news.deadlineDate : believed).toBe(facts.deadline);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends an outage of any length with one message and the same ledger lines as without it', () => {
    fc.assert(
      fc.property(subjects, fc.integer({ min: 1, max: 700 }), (subject, outage) => {
        const facts: SubjectFacts = { ...subject, live: true, recordedOn: START, moves: [] };
        const begin = plan(facts, START, []);
        let daily = dispatched(written([], begin));
        for (let day = 1; day <= outage; day += 1) {
          const today = addDays(START, day);
          const changes = plan(facts, today, daily);
          if (changes.length > 0) expect(CALENDAR.isWorkingDay(today)).toBe(true);
          daily = dispatched(written(daily, changes));
        }
        const after = plan(facts, addDays(START, outage), dispatched(written([], begin)));
        expect(told(after).length).toBe(after.length > 0 ? 1 : 0);
        const recorded = written(begin, after).map(keyOf).sort();
        expect(recorded).toEqual(daily.map(keyOf).sort());
        if (after.length > 1) expect(told(after)[0]?.catchUp).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('tells each threshold on the working day on which it falls due', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const facts: SubjectFacts = { ...subject, live: true, recordedOn: START, moves: [] };
        let ledger = dispatched(written([], plan(facts, START, [])));
        for (let day = 1; day <= 400; day += 1) {
          const today = addDays(START, day);
          const changes = plan(facts, today, ledger);
          for (const { threshold, catchUp, to } of told(changes)) {
            expect(dueOn(subject.deadline, threshold, CALENDAR)).toBe(today);
            expect(catchUp).toBe(false);
            expect(to).toEqual(expect.arrayContaining(['owner', 'obligor']));
            expect(subject.deadline > crossedUntil(threshold, addDays(today, -1), CALENDAR)).toBe(true);
          }
          ledger = dispatched(written(ledger, changes));
        }
      }),
      { numRuns: 50 },
    );
  });
});
