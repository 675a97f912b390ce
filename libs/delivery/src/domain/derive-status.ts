import { CalendarDate, LocalizedText, addDays } from '@app/kernel';

/** What is known of a commitment or milestone when its status is asked for. */
export interface DeliveryFacts {
  /** The last day on which the promise can be kept; null without a deadline. */
  readonly lastDay: CalendarDate | null;
  /** Whether its agreement runs, is suspended, or has come to an end. */
  readonly standing: Standing;
}

/** How the agreement of a commitment stands: only where it runs do deadlines mean anything. */
export const STANDINGS = ['running', 'suspended', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Legal states in which an agreement runs; all others but the suspension are ends. */
export const RUNNING_STATES: readonly string[] = ['announced', 'under_negotiation', 'signed', 'in_force'];

/** How an agreement in a legal state stands. */
export function standingOf(legalState: string): Standing {
  if (RUNNING_STATES.includes(legalState)) return 'running';
  return legalState === 'suspended' ? 'suspended' : 'ended';
}

/**
 * The days, both included, on which a deadline must lie; null is an open end, `none` the absence of a deadline, `any`
 * whatever the deadline.
 */
export type DeadlineWindow = DaySpan | 'none' | 'any';

export interface DaySpan {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

interface StatusRule<Status extends string> {
  readonly status: Status;
  readonly names: LocalizedText;
  /** How the agreement must stand for this rule; where it runs when left out. */
  readonly standing?: Standing;
  readonly holds: (facts: DeliveryFacts, today: CalendarDate) => boolean;
  /** The deadlines for which this rule is the first that holds, for lists that are filtered in SQL. */
  readonly window: (today: CalendarDate) => DeadlineWindow;
}

/** A deadline as near as this is due soon. */
export const DUE_SOON_DAYS = 90;

const rule = <Status extends string>(definition: StatusRule<Status>) => definition;

/**
 * The statuses in the order of the rules: the first that holds names the status, the last always holds. A new
 * status is one rule in this list.
 */
const STATUS_RULES = [
  rule({
    status: 'suspended',
    names: { ar: 'اتفاق معلَّق', fr: 'Accord suspendu', en: 'Agreement suspended' },
    standing: 'suspended',
    holds: () => true,
    window: () => 'any',
  }),
  rule({
    status: 'ended',
    names: {
      ar: 'انتهى الاتفاق دون قرار بشأن هذا الالتزام',
      fr: "Accord terminé, sans décision sur l'engagement",
      en: 'Agreement ended, no decision on the commitment',
    },
    standing: 'ended',
    holds: () => true,
    window: () => 'any',
  }),
  rule({
    status: 'no_deadline',
    names: { ar: 'بدون أجل', fr: 'Sans échéance', en: 'No deadline' },
    holds: ({ lastDay }) => lastDay === null,
    window: () => 'none',
  }),
  rule({
    status: 'overdue_unreported',
    names: {
      ar: 'انقضى الأجل، لم يرد أي تقرير، النتيجة غير معروفة',
      fr: 'Échéance passée, aucun rapport reçu, résultat inconnu',
      en: 'Deadline passed, no report received, outcome not known',
    },
    holds: ({ lastDay }, today) => lastDay !== null && lastDay < today,
    window: (today) => ({ from: null, until: addDays(today, -1) }),
  }),
  rule({
    status: 'due_soon',
    names: { ar: 'أجل قريب', fr: 'Échéance proche', en: 'Due soon' },
    holds: ({ lastDay }, today) => lastDay !== null && lastDay <= addDays(today, DUE_SOON_DAYS),
    window: (today) => ({ from: today, until: addDays(today, DUE_SOON_DAYS) }),
  }),
  rule({
    status: 'unreported',
    names: { ar: 'لم يرد أي تقرير', fr: 'Aucun rapport reçu', en: 'No report received' },
    holds: () => true,
    window: (today) => ({ from: addDays(today, DUE_SOON_DAYS + 1), until: null }),
  }),
] as const;

/** How a commitment stands, derived from facts and a date and stored nowhere. */
export type DeliveryStatus = (typeof STATUS_RULES)[number]['status'];

/** All statuses, in the order in which they are decided. */
export const DELIVERY_STATUSES: readonly DeliveryStatus[] = STATUS_RULES.map(({ status }) => status);

/** What each status is called. */
export const DELIVERY_STATUS_NAMES = Object.fromEntries(
  STATUS_RULES.map(({ status, names }) => [status, names]),
) as Readonly<Record<DeliveryStatus, LocalizedText>>;

/**
 * The status of a commitment or milestone on a day; total over all facts. A deadline includes its last day: a
 * promise "by 2029" is late from 1 January 2030.
 */
export function deriveStatus(facts: DeliveryFacts, today: CalendarDate): DeliveryStatus {
  const decided = STATUS_RULES.find(
    ({ standing = 'running', holds }) => standing === facts.standing && holds(facts, today),
  );
  return decided?.status ?? 'unreported';
}

/** The deadlines that have this status today. */
export function statusWindow(status: DeliveryStatus, today: CalendarDate): DeadlineWindow {
  const found = STATUS_RULES.find((candidate) => candidate.status === status);
  if (!found) throw new RangeError(`not a status: ${status}`);
  return found.window(today);
}

/** How the agreement of a commitment with this status stands. */
export function standingFor(status: DeliveryStatus): Standing {
  return STATUS_RULES.find((candidate) => candidate.status === status)?.standing ?? 'running';
}

/** Where commitments with some statuses are found. */
export interface StatusWindows {
  /** In agreements that run: spans of days in order and apart from each other. */
  readonly spans: readonly DaySpan[];
  /** In agreements that run: those without a deadline. */
  readonly none: boolean;
  /** In agreements that do not run, whatever the deadline. */
  readonly standings: readonly Standing[];
}

/**
 * The deadlines that have one of these statuses today. Statuses that follow each other in time are one span.
 */
export function windowsOf(statuses: readonly DeliveryStatus[], today: CalendarDate): StatusWindows {
  const windows = statuses.map((status) => statusWindow(status, today));
  const spans = windows
    .filter((window) => window !== 'none' && window !== 'any')
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const merged: DaySpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && touches(last, span)) merged[merged.length - 1] = { from: last.from, until: span.until };
    else merged.push(span);
  }
  const standings = statuses.map(standingFor).filter((standing) => standing !== 'running');
  return { spans: merged, none: windows.includes('none'), standings };
}

function touches(earlier: DaySpan, later: DaySpan): boolean {
  return earlier.until !== null && later.from !== null && addDays(earlier.until, 1) === later.from;
}
