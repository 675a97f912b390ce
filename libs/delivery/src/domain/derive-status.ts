import { CalendarDate, LocalizedText, addDays } from '@app/kernel';

/** What is known of a commitment or milestone when its status is asked for. */
export interface DeliveryFacts {
  /** The last day on which the promise can be kept; null without a deadline. */
  readonly lastDay: CalendarDate | null;
}

/** The days, both included, on which a deadline must lie; null is an open end, `none` the absence of a deadline. */
export type DeadlineWindow = DaySpan | 'none';

export interface DaySpan {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

interface StatusRule<Status extends string> {
  readonly status: Status;
  readonly names: LocalizedText;
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
  const decided = STATUS_RULES.find(({ holds }) => holds(facts, today));
  return decided?.status ?? 'unreported';
}

/** The deadlines that have this status today. */
export function statusWindow(status: DeliveryStatus, today: CalendarDate): DeadlineWindow {
  const found = STATUS_RULES.find((candidate) => candidate.status === status);
  if (!found) throw new RangeError(`not a status: ${status}`);
  return found.window(today);
}

/**
 * The deadlines that have one of these statuses today: spans of days in order and apart from each other, so that
 * statuses that follow each other in time are one span, and whether an absent deadline is among them.
 */
export function windowsOf(
  statuses: readonly DeliveryStatus[],
  today: CalendarDate,
): { readonly spans: readonly DaySpan[]; readonly none: boolean } {
  const windows = statuses.map((status) => statusWindow(status, today));
  const spans = windows
    .filter((window) => window !== 'none')
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const merged: DaySpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && touches(last, span)) merged[merged.length - 1] = { from: last.from, until: span.until };
    else merged.push(span);
  }
  return { spans: merged, none: windows.includes('none') };
}

function touches(earlier: DaySpan, later: DaySpan): boolean {
  return earlier.until !== null && later.from !== null && addDays(earlier.until, 1) === later.from;
}
