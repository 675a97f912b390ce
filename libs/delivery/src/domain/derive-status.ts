import { CalendarDate, LocalizedText, addDays } from '@app/kernel';
import { CLOSINGS, type Outcome } from './settlement';

/** What is known of a commitment or milestone when its status is asked for. */
export interface DeliveryFacts {
  /** The last day on which the promise can be kept; null without a deadline. */
  readonly lastDay: CalendarDate | null;
  /** Whether its agreement runs, is suspended, or has come to an end. */
  readonly standing: Standing;
  /** What somebody decided about the promise; null when nobody did. */
  readonly decision: Outcome | null;
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

/** Where a rule is the first that holds, beside the deadline: how the agreement stands, and what was decided. */
export interface StatusPlace {
  readonly standings: readonly Standing[];
  readonly decisions: readonly (Outcome | null)[];
}

interface StatusRule<Status extends string> {
  readonly status: Status;
  readonly names: LocalizedText;
  /** Where the rule is asked; in agreements that run, of promises that nobody decided about, when left out. */
  readonly place?: StatusPlace;
  readonly holds: (facts: DeliveryFacts, today: CalendarDate) => boolean;
  /** The deadlines for which this rule is the first that holds, for lists that are filtered in SQL. */
  readonly window: (today: CalendarDate) => DeadlineWindow;
}

/** A deadline as near as this is due soon. */
export const DUE_SOON_DAYS = 90;

const rule = <Status extends string>(definition: StatusRule<Status>) => definition;

/** A status that a decision alone gives, or how the agreement stands. */
const always = <Status extends string>(status: Status, names: LocalizedText, place: StatusPlace) =>
  rule({ status, names, place, holds: () => true, window: () => 'any' });

const UNDECIDED: StatusPlace = { standings: ['running'], decisions: [null] };

const decided = <Status extends Outcome>(
  status: Status,
  standings: readonly Standing[],
  names: LocalizedText,
) => always(status, names, { standings, decisions: [status] });

const NOT_SUSPENDED = ['running', 'ended'] as const;

/**
 * The statuses in the order of the rules: the first that holds names the status, the last always holds. A new
 * status is one rule in this list.
 */
const STATUS_RULES = [
  decided('cancelled', STANDINGS, { ar: 'ملغى', fr: 'Annulé', en: 'Cancelled' }),
  decided('waived', STANDINGS, { ar: 'تم التنازل عنه', fr: 'Renoncé', en: 'Waived' }),
  always(
    'suspended',
    { ar: 'اتفاق معلَّق', fr: 'Accord suspendu', en: 'Agreement suspended' },
    { standings: ['suspended'], decisions: [null, ...CLOSINGS] },
  ),
  decided('closed_partial', NOT_SUSPENDED, {
    ar: 'أُغلق: أُنجز جزئيا',
    fr: 'Clos : tenu en partie',
    en: 'Closed: kept in part',
  }),
  decided('closed_not_met', NOT_SUSPENDED, {
    ar: 'أُغلق: لم يُنجز',
    fr: 'Clos : non tenu',
    en: 'Closed: not met',
  }),
  decided('closed_unknown', NOT_SUSPENDED, {
    ar: 'أُغلق: بُحث عن النتيجة ولم يُعثر على شيء',
    fr: 'Clos : recherché, rien trouvé',
    en: 'Closed: searched, nothing found',
  }),
  always(
    'ended',
    {
      ar: 'انتهى الاتفاق دون قرار بشأن هذا الالتزام',
      fr: "Accord terminé, sans décision sur l'engagement",
      en: 'Agreement ended, no decision on the commitment',
    },
    { standings: ['ended'], decisions: [null] },
  ),
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
  const first = STATUS_RULES.find(
    ({ place = UNDECIDED, holds }) =>
      place.standings.includes(facts.standing) &&
      place.decisions.includes(facts.decision) &&
      holds(facts, today),
  );
  return first?.status ?? 'unreported';
}

/** The deadlines that have this status today. */
export function statusWindow(status: DeliveryStatus, today: CalendarDate): DeadlineWindow {
  const found = STATUS_RULES.find((candidate) => candidate.status === status);
  if (!found) throw new RangeError(`not a status: ${status}`);
  return found.window(today);
}

/** Where commitments with this status are found, beside their deadline. */
export function placeOf(status: DeliveryStatus): StatusPlace {
  return STATUS_RULES.find((candidate) => candidate.status === status)?.place ?? UNDECIDED;
}

/** Where commitments with some statuses are found. */
export interface StatusWindows {
  /** In agreements that run, of what nobody decided about: spans of days in order and apart from each other. */
  readonly spans: readonly DaySpan[];
  /** The same without a deadline. */
  readonly none: boolean;
  /** Whatever the deadline. */
  readonly places: readonly StatusPlace[];
}

/**
 * The deadlines that have one of these statuses today. Statuses that follow each other in time are one span.
 */
export function windowsOf(statuses: readonly DeliveryStatus[], today: CalendarDate): StatusWindows {
  const windows = statuses.map((status) => [status, statusWindow(status, today)] as const);
  const spans = windows
    .flatMap(([, window]) => (window === 'none' || window === 'any' ? [] : [window]))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const merged: DaySpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && touches(last, span)) merged[merged.length - 1] = { from: last.from, until: span.until };
    else merged.push(span);
  }
  const places = windows.flatMap(([status, window]) => (window === 'any' ? [placeOf(status)] : []));
  return { spans: merged, none: windows.some(([, window]) => window === 'none'), places };
}

function touches(earlier: DaySpan, later: DaySpan): boolean {
  return earlier.until !== null && later.from !== null && addDays(earlier.until, 1) === later.from;
}
