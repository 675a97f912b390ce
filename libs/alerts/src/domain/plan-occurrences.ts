import { CalendarDate, WorkingDays, addDays } from '@app/kernel';
import { crossedUntil } from './crossing';
import { LedgerEntry, OccurrenceKey, WithdrawalReason, keyOf } from './ledger';
import { ADDRESSEES, Addressee, AlertRule, SubjectType, conditionHolds, thresholdRules } from './rules';

/** One move of a deadline, as the register recorded it. */
export interface DeadlineMove {
  readonly number: number;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly recordedOn: CalendarDate;
  /** Whether it came with the end of a suspension, whose summary tells it. */
  readonly bySuspension?: true;
}

/** What the planner knows of a subject. */
export interface SubjectFacts {
  readonly subjectType: SubjectType;
  /** Whether its agreement is signed or in force. */
  readonly live: boolean;
  /** Whether it is not live because its agreement is suspended. */
  readonly suspended?: boolean;
  /** Number of the legal step by which it resumed, when its summary is planned today and shifts this deadline. */
  readonly resumedBy?: number;
  readonly deadline: CalendarDate | null;
  readonly termStart: CalendarDate;
  readonly recordedOn: CalendarDate;
  /** All moves of its deadline, in order. */
  readonly moves: readonly DeadlineMove[];
}

/**
 * What has to change in the ledger of one subject today: new lines, and lines that change their state. Planning
 * again with the changes applied changes nothing. The same as the planner's SQL does for all subjects at once.
 *
 * What was withdrawn before anybody was told (`cancelled`) counts as never served, together with everything it
 * stood for: this is what keeps a deadline that moves forth and back from falling silent.
 */
export function planOccurrences(
  facts: SubjectFacts,
  rules: readonly AlertRule[],
  workingDays: WorkingDays,
  today: CalendarDate,
  ledger: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const plan = new Plan(ledger);
  withdrawWhatNoLongerHolds(plan, facts);
  const standing = planMoves(plan, facts, rules, today) ?? summaryOf(facts);
  planThresholds(plan, facts, rules, workingDays, today, standing);
  return plan.changes();
}

/** The ledger as it becomes, remembering which lines differ from what it was. */
class Plan {
  private readonly entries: Map<string, LedgerEntry>;
  private readonly changed = new Set<string>();

  constructor(ledger: readonly LedgerEntry[]) {
    this.entries = new Map(ledger.map((entry) => [keyOf(entry), entry]));
  }

  find(key: OccurrenceKey): LedgerEntry | undefined {
    return this.entries.get(keyOf(key));
  }

  all(): readonly LedgerEntry[] {
    return [...this.entries.values()];
  }

  put(entry: LedgerEntry): void {
    this.entries.set(keyOf(entry), entry);
    this.changed.add(keyOf(entry));
  }

  /** Takes back an occurrence nobody was told of, and with it all that it stood for. */
  withdraw(entry: LedgerEntry, reason: WithdrawalReason): void {
    this.put({ ...entry, state: 'cancelled', reason, supersededBy: null });
    this.release(entry, reason);
  }

  /** What this occurrence stood for is served no longer. */
  release(entry: LedgerEntry, reason: WithdrawalReason): void {
    for (const other of this.all()) {
      if (other.state !== 'superseded' || other.rule === 'deadline_moved') continue;
      if (other.supersededBy === null || keyOf(other.supersededBy) !== keyOf(entry)) continue;
      this.put({ ...other, state: 'cancelled', reason, supersededBy: null });
    }
  }

  changes(): readonly LedgerEntry[] {
    return this.all().filter((entry) => this.changed.has(keyOf(entry)));
  }
}

/** The summary of a resumption stands for what is crossed at the dates that it tells, as a move does. */
function summaryOf({ live, resumedBy }: SubjectFacts): OccurrenceKey | null {
  if (!live || resumedBy === undefined) return null;
  return { rule: 'agreement_resumed', threshold: resumedBy, deadlineDate: null };
}

function silenceOf({ suspended = false }: SubjectFacts): WithdrawalReason {
  return suspended ? 'suspended' : 'not_live';
}

/** Number of the newest move that a suspension made; what came before it is told with it. */
function newestShift(moves: readonly DeadlineMove[]): number {
  return Math.max(0, ...moves.filter(({ bySuspension }) => bySuspension).map(({ number }) => number));
}

function withdrawWhatNoLongerHolds(plan: Plan, facts: SubjectFacts): void {
  const { live, deadline, moves } = facts;
  for (const entry of plan.all()) {
    if (entry.state !== 'due') continue;
    if (!live) plan.withdraw(entry, silenceOf(facts));
    else if (entry.rule === 'deadline_moved') {
      if (entry.threshold < newestShift(moves)) plan.withdraw(entry, 'deadline_moved');
    } else if (deadline === null) plan.withdraw(entry, 'not_live');
    else if (entry.deadlineDate !== deadline) plan.withdraw(entry, 'deadline_moved');
  }
}

/**
 * One message tells a move, whatever number of moves led there since people were last told; none when the
 * deadline is back where they believe it is. Returns the message that was planned, if any.
 */
function planMoves(
  plan: Plan,
  facts: SubjectFacts,
  rules: readonly AlertRule[],
  today: CalendarDate,
): LedgerEntry | null {
  const rule = rules.find((candidate) => candidate.kind === 'event');
  const { live } = facts;
  const shifted = newestShift(facts.moves);
  const moves = facts.moves.filter(({ number }) => number > shifted);
  const newest = moves.at(-1);
  if (!rule || !newest) return null;
  const occurrenceOf = ({ number, to }: DeadlineMove): OccurrenceKey => ({
    rule: rule.code,
    threshold: number,
    deadlineDate: to,
  });
  if (!isUntold(plan.find(occurrenceOf(newest)), plan)) return null;

  const blank = { supersededBy: null, catchUp: false, to: [] } as const;
  if (!live) {
    for (const move of moves) {
      const key = occurrenceOf(move);
      if (!plan.find(key)) plan.put({ ...key, ...blank, state: 'suppressed', reason: silenceOf(facts) });
    }
    return null;
  }

  const lastTold = Math.max(
    shifted,
    ...plan
      .all()
      .filter(({ rule: code, state }) => code === rule.code && state === 'dispatched')
      .map(({ threshold }) => threshold),
  );
  const untold = moves.filter(({ number }) => number > lastTold);
  const believed = untold[0]?.from ?? null;
  const message = occurrenceOf(newest);
  for (const move of untold.slice(0, -1)) {
    const key = occurrenceOf(move);
    const entry = plan.find(key);
    if (entry && entry.state !== 'due' && entry.state !== 'cancelled') continue;
    if (entry?.state === 'due') plan.release(entry, 'deadline_moved');
    plan.put({ ...key, ...blank, state: 'superseded', reason: null, supersededBy: message });
  }
  const movedBack = newest.to === believed;
  const planned: LedgerEntry = movedBack
    ? { ...message, ...blank, state: 'suppressed', reason: 'moved_back_untold' }
    : { ...message, ...blank, state: 'due', reason: null, catchUp: newest.recordedOn < today, to: rule.to };
  plan.put(planned);
  return movedBack ? null : planned;
}

/** A move is still to be told when it was never looked at, withdrawn, or made in silence after people knew of a date. */
function isUntold(entry: LedgerEntry | undefined, plan: Plan): boolean {
  if (!entry || entry.state === 'cancelled') return true;
  return (
    entry.state === 'suppressed' &&
    (entry.reason === 'not_live' || entry.reason === 'suspended') &&
    plan.all().some(({ state }) => state === 'dispatched')
  );
}

/**
 * Of the thresholds that are crossed and not served the most urgent is told, to everyone the crossed ones
 * address; it stands for the others. All are stood for by a move told today, or by a more urgent one that was
 * served before them.
 */
function planThresholds(
  plan: Plan,
  facts: SubjectFacts,
  rules: readonly AlertRule[],
  workingDays: WorkingDays,
  today: CalendarDate,
  standing: LedgerEntry | OccurrenceKey | null,
): void {
  const { subjectType, live, deadline } = facts;
  if (!live || deadline === null) return;
  const term = { ...facts, deadline };
  const crossings = thresholdRules(rules)
    .flatMap((rule) => rule.thresholds.map((threshold) => ({ rule: rule.code, ...threshold })))
    .filter(({ days, when }) => {
      const condition = when[subjectType];
      if (condition === undefined || !conditionHolds(condition, days, term)) return false;
      return deadline <= crossedUntil(days, today, workingDays);
    })
    .map(({ rule, days, to }) => ({ key: { rule, threshold: days, deadlineDate: deadline }, days, to }))
    .sort((one, other) => other.days - one.days);
  const unserved = crossings.filter(({ key }) => (plan.find(key)?.state ?? 'cancelled') === 'cancelled');
  const [top] = unserved;
  if (!top) return;

  const addressees = unionOf(unserved.flatMap(({ to }) => to));
  const superseder = standing ?? moreUrgentServed(plan, deadline, top.days) ?? top.key;
  for (const { key, days } of unserved) {
    const isTold = superseder === key;
    const late = unserved.length > 1 || deadline <= crossedUntil(days, addDays(today, -1), workingDays);
    plan.put({
      ...key,
      state: isTold ? 'due' : 'superseded',
      reason: null,
      supersededBy: isTold ? null : superseder,
      catchUp: isTold && late,
      to: isTold ? addressees : [],
    });
  }
  if (standing && 'to' in standing) plan.put({ ...standing, to: unionOf([...standing.to, ...addressees]) });
}

function moreUrgentServed(plan: Plan, deadline: CalendarDate, days: number): LedgerEntry | undefined {
  return plan
    .all()
    .filter(
      ({ rule, state, deadlineDate, threshold }) =>
        rule !== 'deadline_moved' && state !== 'cancelled' && deadlineDate === deadline && threshold > days,
    )
    .sort((one, other) => other.threshold - one.threshold)[0];
}

function unionOf(addressees: readonly Addressee[]): readonly Addressee[] {
  return ADDRESSEES.filter((addressee) => addressees.includes(addressee));
}
