import * as fc from 'fast-check';
import {
  ALERTS_ENTITIES,
  ALERT_RULES,
  AlertsModule,
  LedgerEntry,
  OccurrenceKey,
  PlanAlerts,
  SubjectFacts,
  keyOf,
  planOccurrences,
} from '@app/alerts';
import { CalendarDate, addDays, calendarDate } from '@app/kernel';
import { BusinessCalendar, REFERENCE_ENTITIES, ReferenceModule } from '@app/reference';
import { AlertsRegister, WatchedDeadline } from '../../support/alerts-register';
import { UseCases, startUseCases } from '../../support/use-cases';

const START = calendarDate('2026-11-23');
const SUBJECTS = 300;

interface Subject {
  readonly watched: WatchedDeadline;
  facts: SubjectFacts;
  ledger: Map<string, LedgerEntry>;
}

interface Drawn {
  readonly milestone: boolean;
  readonly deadline: number;
  readonly term: number;
  readonly signed: boolean;
}

type Event =
  | 'none'
  | 'move'
  | 'move back'
  | 'take away'
  | 'not live'
  | 'live'
  | 'move twice'
  | 'suspend'
  | 'resume'
  | 'resume shifted';

let app: UseCases;
let register: AlertsRegister;
const subjects: Subject[] = [];

beforeAll(async () => {
  app = await startUseCases({
    modules: [AlertsModule, ReferenceModule],
    entities: [...ALERTS_ENTITIES, ...REFERENCE_ENTITIES],
  });
  register = new AlertsRegister(app.db);
  await register.begin();
  const population = fc.sample<Drawn>(
    fc.record({
      milestone: fc.boolean(),
      deadline: fc.integer({ min: -500, max: 700 }),
      term: fc.integer({ min: 0, max: 900 }),
      signed: fc.boolean(),
    }),
    { numRuns: SUBJECTS, seed: 20261123 },
  );
  for (const { milestone, deadline, term, signed } of population) {
    const lastDay = addDays(START, deadline);
    const signedOn = signed ? addDays(START, -term) : null;
    subjects.push({
      watched: await register.watch({ lastDay, milestone, signedOn }),
      facts: {
        subjectType: milestone ? 'milestone' : 'commitment',
        live: true,
        deadline: lastDay,
        termStart: signedOn ?? START,
        recordedOn: START,
        moves: [],
      },
      ledger: new Map(),
    });
  }
});

afterAll(async () => {
  await app.close();
});

async function move(subject: Subject, to: CalendarDate | null, today: CalendarDate): Promise<void> {
  const { facts } = subject;
  if (to === facts.deadline || (to === null && facts.subjectType === 'milestone')) return;
  await register.move(subject.watched, to, today);
  const number = facts.moves.length + 1;
  subject.facts = {
    ...facts,
    deadline: to,
    moves: [...facts.moves, { number, from: facts.deadline, to, recordedOn: today }],
  };
}

async function setLive(subject: Subject, live: boolean): Promise<void> {
  if (subject.facts.suspended) return;
  await register.setLegalState(subject.watched.agreementId, live ? 'in_force' : 'under_negotiation');
  subject.facts = { ...subject.facts, live };
}

async function suspend(subject: Subject, today: CalendarDate): Promise<void> {
  if (!subject.facts.live) return;
  await register.suspend(subject.watched.agreementId, today, 'a test', null);
  subject.facts = { ...subject.facts, live: false, suspended: true };
}

async function resume(subject: Subject, to: CalendarDate | null, today: CalendarDate): Promise<void> {
  const { facts, watched } = subject;
  if (!facts.suspended) return;
  const moves = facts.deadline !== null && to !== null && to !== facts.deadline;
  const step = await register.resume(watched, today, moves ? to : null);
  subject.facts = { ...facts, live: true, suspended: false };
  if (!moves) return;
  const number = facts.moves.length + 1;
  subject.facts = {
    ...subject.facts,
    deadline: to,
    resumedBy: step,
    moves: [...facts.moves, { number, from: facts.deadline, to, recordedOn: today, bySuspension: true }],
  };
}

async function happen(subject: Subject, event: Event, days: number, today: CalendarDate): Promise<void> {
  const target = addDays(today, days);
  if (event === 'move' || event === 'move twice') await move(subject, target, today);
  if (event === 'move twice') await move(subject, addDays(target, 40), today);
  if (event === 'move back') await move(subject, subject.facts.moves.at(-1)?.from ?? target, today);
  if (event === 'take away') await move(subject, null, today);
  if (event === 'not live') await setLive(subject, false);
  if (event === 'live') await setLive(subject, true);
  if (event === 'suspend') await suspend(subject, today);
  if (event === 'resume') await resume(subject, null, today);
  if (event === 'resume shifted') await resume(subject, target, today);
}

interface Row {
  subject_id: string;
  line: string;
}

async function ledgerOfDatabase(): Promise<Map<string, string[]>> {
  const rows = await app.db.query<Row[]>(
    `SELECT o.subject_id, concat_ws(' ', o.rule || '|' || o.threshold || '|' || coalesce(o.deadline_date::text, 'none'),
            o.state, coalesce(o.reason, '-'), o.catch_up, coalesce(array_to_string(o.addressed_to, ','), ''),
            coalesce(by.rule || '|' || by.threshold || '|' || coalesce(by.deadline_date::text, 'none'), '-')) AS line
       FROM alert_occurrence o LEFT JOIN alert_occurrence by ON by.id = o.superseded_by
      WHERE o.subject_type IN ('commitment', 'milestone')`,
  );
  const lines = new Map<string, string[]>();
  for (const { subject_id, line } of rows) lines.set(subject_id, [...(lines.get(subject_id) ?? []), line]);
  return lines;
}

function lineOf(entry: LedgerEntry): string {
  const by: OccurrenceKey | null = entry.supersededBy;
  const flags = `${entry.state} ${entry.reason ?? '-'} ${entry.catchUp ? 't' : 'f'}`;
  return `${keyOf(entry)} ${flags} ${entry.to.join(',')} ${by ? keyOf(by) : '-'}`;
}

describe('the planner in SQL', () => {
  it('writes the ledger that planOccurrences describes, through moves, outages and agreements that come and go', async () => {
    const life = fc.sample(
      fc.record({
        wait: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 120 })),
        events: fc.array(
          fc.tuple(
            fc.constantFrom<Event>(
              'none',
              'none',
              'move',
              'move back',
              'move twice',
              'take away',
              'not live',
              'live',
              'suspend',
              'resume',
              'resume shifted',
            ),
            fc.integer({ min: -60, max: 300 }),
          ),
          { minLength: SUBJECTS, maxLength: SUBJECTS },
        ),
        sent: fc.array(fc.boolean(), { minLength: SUBJECTS, maxLength: SUBJECTS }),
      }),
      { numRuns: 25, seed: 7 },
    );
    const calendar = await app.get(BusinessCalendar).workingDays();
    let today = START;
    let told = 0;
    for (const { wait, events, sent } of life) {
      today = addDays(today, wait);
      app.clock.setTo(`${today}T10:00:00Z`);
      for (const [index, subject] of subjects.entries()) {
        const [event, days] = events[index] ?? ['none', 0];
        if (index % 3 === 0) await happen(subject, event, days, today);
      }

      await app.get(PlanAlerts).execute();

      const database = await ledgerOfDatabase();
      for (const [index, subject] of subjects.entries()) {
        const { facts, ledger } = subject;
        for (const entry of planOccurrences(facts, ALERT_RULES, calendar, today, [...ledger.values()])) {
          ledger.set(keyOf(entry), entry);
        }
        expect((database.get(subject.watched.subjectId) ?? []).sort()).toEqual(
          [...ledger.values()].map(lineOf).sort(),
        );
        // The summary of a resumption is planned in the first run after it.
        subject.facts = { ...facts, resumedBy: undefined };
        if (!sent[index]) continue;
        for (const entry of ledger.values()) {
          if (entry.state !== 'due') continue;
          told += 1;
          ledger.set(keyOf(entry), { ...entry, state: 'dispatched' });
        }
        await app.db.query(
          `UPDATE alert_occurrence SET state = 'dispatched' WHERE state = 'due' AND subject_id = $1`,
          [subject.watched.subjectId],
        );
      }
    }
    expect(told).toBeGreaterThan(SUBJECTS);
  }, 120_000);
});
