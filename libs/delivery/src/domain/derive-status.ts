import { CalendarDate, LocalizedText, addDays } from '@app/kernel';
import type { Reported } from './reported';
import { CLOSINGS, type Outcome } from './settlement';

/** What is known of a commitment or milestone when its status is asked for. */
export interface DeliveryFacts {
  /** The last day on which the promise can be kept; null without a deadline. */
  readonly lastDay: CalendarDate | null;
  /** Whether its agreement runs, is suspended, or has come to an end. */
  readonly standing: Standing;
  /** What somebody decided about the promise; null when nobody did. */
  readonly decision: Outcome | null;
  /** What reports make of it; of milestones, which nobody reports on, `UNREPORTED`. */
  readonly reported: Reported;
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

/** Where a rule is the first that holds, by what reports make of the commitment; each part left out asks for nothing. */
export interface ReportedPlace {
  readonly reached: readonly Reported['reached'][];
  readonly before?: readonly Reported['before'][];
  readonly after?: readonly Reported['after'][];
}

interface StatusRule<Status extends string> {
  readonly status: Status;
  readonly names: LocalizedText;
  /** Where the rule is asked; in agreements that run, of promises that nobody decided about, when left out. */
  readonly place?: StatusPlace;
  /** Of what reports say; of commitments whose target was not reached, whatever else, when left out; null asks nothing. */
  readonly reported?: ReportedPlace | null;
  readonly holds: (facts: DeliveryFacts, today: CalendarDate) => boolean;
  /** The deadlines for which this rule is the first that holds, for lists that are filtered in SQL. */
  readonly window: (today: CalendarDate) => DeadlineWindow;
}

/** A deadline as near as this is due soon. */
export const DUE_SOON_DAYS = 90;
const AFTER_SOON = DUE_SOON_DAYS + 1;

const rule = <Status extends string>(definition: StatusRule<Status>) => definition;

/** A status whatever the deadline. */
const always = <Status extends string>(
  status: Status,
  names: LocalizedText,
  place: StatusPlace,
  reported?: ReportedPlace | null,
) => rule({ status, names, place, reported, holds: () => true, window: () => 'any' });

const UNDECIDED: StatusPlace = { standings: ['running'], decisions: [null] };
const NOT_REACHED: ReportedPlace = { reached: [null] };

/** A decision that takes a promise back, whatever was reported. */
const released = <Status extends Outcome>(status: Status, names: LocalizedText) =>
  always(status, names, { standings: STANDINGS, decisions: [status] }, null);

const NOT_SUSPENDED = ['running', 'ended'] as const;

/** A decision on a promise that was not met. */
const closed = <Status extends Outcome>(status: Status, names: LocalizedText) =>
  always(status, names, { standings: NOT_SUSPENDED, decisions: [status] });

/** A target that was reached, also where the agreement has ended since or somebody closed it as not met. */
const reached = <Status extends 'met' | 'met_late'>(status: Status, names: LocalizedText) =>
  always(status, names, { standings: NOT_SUSPENDED, decisions: [null, ...CLOSINGS] }, { reached: [status] });

/** A status of those whose deadline lies on a day or after it. */
const ahead = <Status extends string>(
  status: Status,
  names: LocalizedText,
  before: readonly Reported['before'][],
  days: number,
) =>
  rule({
    status,
    names,
    reported: { ...NOT_REACHED, before },
    holds: ({ lastDay }, today) => lastDay !== null && lastDay >= addDays(today, days),
    window: (today) => ({ from: addDays(today, days), until: null }),
  });

/** A status of those whose deadline has passed. */
const passed = <Status extends Reported['after']>(status: Status, names: LocalizedText) =>
  rule({
    status,
    names,
    reported: { ...NOT_REACHED, after: [status] },
    holds: ({ lastDay }, today) => lastDay !== null && lastDay < today,
    window: (today) => ({ from: null, until: addDays(today, -1) }),
  });

/**
 * The statuses in the order of the rules: the first that holds names the status, the last always holds. A new
 * status is one rule in this list.
 */
const STATUS_RULES = [
  released('cancelled', { ar: 'ملغى', fr: 'Annulé', en: 'Cancelled' }),
  released('waived', { ar: 'تم التنازل عنه', fr: 'Renoncé', en: 'Waived' }),
  always(
    'suspended',
    { ar: 'اتفاق معلَّق', fr: 'Accord suspendu', en: 'Agreement suspended' },
    { standings: ['suspended'], decisions: [null, ...CLOSINGS] },
    null,
  ),
  reached('met', { ar: 'أُنجز', fr: 'Tenu', en: 'Met' }),
  reached('met_late', { ar: 'أُنجز بعد الأجل', fr: 'Tenu en retard', en: 'Met late' }),
  closed('closed_partial', {
    ar: 'أُغلق: أُنجز جزئيا',
    fr: 'Clos : tenu en partie',
    en: 'Closed: kept in part',
  }),
  closed('closed_not_met', { ar: 'أُغلق: لم يُنجز', fr: 'Clos : non tenu', en: 'Closed: not met' }),
  closed('closed_unknown', {
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
  passed('awaiting_verification', {
    ar: 'بانتظار التحقق',
    fr: 'En attente de vérification',
    en: 'Awaiting verification',
  }),
  passed('overdue', { ar: 'متأخر عن الأجل', fr: 'En retard', en: 'Overdue' }),
  passed('overdue_unreported', {
    ar: 'انقضى الأجل، لم يرد أي تقرير، النتيجة غير معروفة',
    fr: 'Échéance passée, aucun rapport reçu, résultat inconnu',
    en: 'Deadline passed, no report received, outcome not known',
  }),
  ahead('at_risk', { ar: 'مهدد بالتأخر', fr: 'À risque', en: 'At risk' }, ['at_risk'], 0),
  rule({
    status: 'due_soon',
    names: { ar: 'أجل قريب', fr: 'Échéance proche', en: 'Due soon' },
    reported: { ...NOT_REACHED, before: ['on_track', 'not_started', 'unreported'] },
    holds: ({ lastDay }, today) =>
      lastDay !== null && lastDay >= today && lastDay <= addDays(today, DUE_SOON_DAYS),
    window: (today) => ({ from: today, until: addDays(today, DUE_SOON_DAYS) }),
  }),
  ahead(
    'on_track',
    { ar: 'يسير كما هو مقرر', fr: 'En bonne voie', en: 'On track' },
    ['on_track'],
    AFTER_SOON,
  ),
  ahead('not_started', { ar: 'لم يبدأ', fr: 'Non commencé', en: 'Not started' }, ['not_started'], AFTER_SOON),
  ahead(
    'unreported',
    { ar: 'لم يرد أي تقرير', fr: 'Aucun rapport reçu', en: 'No report received' },
    ['unreported'],
    AFTER_SOON,
  ),
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
    ({ place = UNDECIDED, reported = NOT_REACHED, holds }) =>
      place.standings.includes(facts.standing) &&
      place.decisions.includes(facts.decision) &&
      liesInReported(reported, facts.reported) &&
      holds(facts, today),
  );
  return first?.status ?? 'unreported';
}

/** Whether what reports make of a commitment is among what a status asks for. */
export function liesInReported(
  place: ReportedPlace | null,
  { reached: state, before, after }: Reported,
): boolean {
  return (
    place === null ||
    (place.reached.includes(state) &&
      (place.before?.includes(before) ?? true) &&
      (place.after?.includes(after) ?? true))
  );
}

/** What this status asks of reports, for lists that are filtered in SQL; null asks nothing. */
export function reportedPlaceOf(status: DeliveryStatus): ReportedPlace | null {
  const found = STATUS_RULES.find((candidate) => candidate.status === status);
  return found?.reported === undefined ? NOT_REACHED : found.reported;
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

/** Where a status is the first that holds on a day. */
export interface StatusCase {
  readonly place: StatusPlace;
  readonly window: DeadlineWindow;
  /** What it asks of reports; null or left out asks nothing. */
  readonly reported?: ReportedPlace | null;
  /** Whether a figure was accepted; left out asks nothing. */
  readonly verified?: boolean;
  /** Whether whoever promised could reply before “not met” was decided; left out asks nothing. */
  readonly heard?: boolean;
}

/** Where commitments with this status are found today, for lists that are filtered in SQL. */
export function caseOf(status: DeliveryStatus, today: CalendarDate): StatusCase {
  return {
    place: placeOf(status),
    window: statusWindow(status, today),
    reported: reportedPlaceOf(status),
  };
}

/** The days between which all deadlines of some cases lie; null where one of them has no such bounds. */
export function boundsOf(cases: readonly StatusCase[]): DaySpan | null {
  const spans = cases.flatMap(({ window }) => (window === 'any' || window === 'none' ? [] : [window]));
  const [first] = spans;
  if (!first || spans.length < cases.length) return null;
  return spans.reduce((all, { from, until }) => ({
    from: all.from === null || from === null ? null : all.from < from ? all.from : from,
    until: all.until === null || until === null ? null : all.until > until ? all.until : until,
  }));
}
