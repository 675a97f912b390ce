import { type CalendarDate, addDays, calendarDateOf } from '@app/kernel';
import type { DaySpan } from './derive-status';

/** How often whoever promised a figure reports on it. */
export const RHYTHMS = ['quarterly', 'half_yearly', 'own_dates'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** From this many promised jobs on an agreement reports each quarter, below it each half-year. */
export const QUARTERLY_FROM_JOBS = 500;

/** What an agreement that promises this many jobs is asked, unless its owner says otherwise. */
export function rhythmFor(jobs: number): Rhythm {
  return jobs < QUARTERLY_FROM_JOBS ? 'half_yearly' : 'quarterly';
}

/** When an agreement reports, as its owner opened it. */
export interface ReportingCalendar {
  readonly rhythm: Rhythm;
  /** The last days of the periods where they are the agreement's own, in order; none otherwise. */
  readonly dates: readonly CalendarDate[];
  /** Periods that end before this day are not asked for. */
  readonly fromDay: CalendarDate;
  /** Calendar days from the day on which a report is asked for to the one on which it is due. */
  readonly dueDays: number;
  /** Calendar days after the due day until it is missed. */
  readonly graceDays: number;
  /** When the agreement was or is suspended: what ends then is not asked for, and nothing is asked in it. */
  readonly suspensions: readonly DaySpan[];
}

/** A promise as far as asking for reports looks. */
export interface ReportedCommitment {
  readonly commitmentId: string;
  /** How it is measured: only figures follow the rhythm, everything else is reviewed once a year. */
  readonly measure: string;
  /** The organisation that owes it; null where the papers name none. */
  readonly organisationId: string | null;
  /** Since when that organisation has somebody who may attest; null while it has nobody. */
  readonly answerableSince: CalendarDate | null;
  /** Whether it was decided about or reached: nothing more is asked. */
  readonly settled: boolean;
}

/** A report that is asked of an organisation about one promise and one period, days included. */
export interface PlannedRequest {
  readonly commitmentId: string;
  readonly organisationId: string;
  readonly periodFrom: CalendarDate;
  readonly periodUntil: CalendarDate;
  readonly dueOn: CalendarDate;
  /** The last day on which it is not yet missed. */
  readonly graceUntil: CalendarDate;
}

/** Months in which the periods of a rhythm end. */
const ENDS: Readonly<Record<Exclude<Rhythm, 'own_dates'> | 'yearly', readonly number[]>> = {
  quarterly: [3, 6, 9, 12],
  half_yearly: [6, 12],
  yearly: [12],
};

/** Days, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/**
 * Everything that is to be asked by a day. A period is asked for from the day after its end, once; who is asked late
 * (after an outage, or because the calendar was opened late) has the same time to answer as everybody.
 * @param horizon the day up to which it looks ahead, for a preview; today when left out.
 */
export function planRequests(
  calendar: ReportingCalendar,
  commitments: readonly ReportedCommitment[],
  today: CalendarDate,
  horizon: CalendarDate = today,
): PlannedRequest[] {
  if (calendar.suspensions.some((span) => lies(today, span))) return [];
  return commitments.flatMap((commitment) => {
    const { commitmentId, organisationId, answerableSince, settled, measure } = commitment;
    if (organisationId === null || answerableSince === null || settled) return [];
    return periodsOf(calendar, measure, horizon)
      .filter(({ until }) => until >= answerableSince)
      .filter(({ until }) => !calendar.suspensions.some((span) => lies(until, span)))
      .map(({ from, until }) => {
        const asked = later(addDays(until, 1), today);
        const dueOn = addDays(asked, calendar.dueDays);
        return {
          ...{ commitmentId, organisationId, periodFrom: from, periodUntil: until, dueOn },
          graceUntil: addDays(dueOn, calendar.graceDays),
        };
      });
  });
}

/** What stands of a period of a promise already. */
export interface KnownPeriod {
  readonly commitmentId: string;
  readonly periodUntil: CalendarDate;
  /** Whether a report of it stands; false where the last one was withdrawn. */
  readonly stands: boolean;
  /** By which calendar it was asked for, and until when; null for a report that nobody asked for. */
  readonly asked: {
    readonly calendarId: string;
    readonly dueOn: CalendarDate;
    readonly graceUntil: CalendarDate;
  } | null;
  /** Whether the house took the request back before anybody wrote. */
  readonly takenBack: boolean;
}

/**
 * What of a plan is still to be asked for by a calendar. Whoever withdraws what they wrote owes the report as before, by
 * the same day; what the house took back is not asked for again by the same calendar.
 * @param calendarId null for a calendar that is not recorded yet.
 */
export function stillToAsk(
  planned: readonly PlannedRequest[],
  known: readonly KnownPeriod[],
  calendarId: string | null,
): PlannedRequest[] {
  const keyOf = ({ commitmentId, periodUntil }: Pick<KnownPeriod, 'commitmentId' | 'periodUntil'>) =>
    `${commitmentId} ${periodUntil}`;
  const before = new Map(known.map((one) => [keyOf(one), one]));
  return planned.flatMap((request) => {
    const { stands = false, takenBack = false, asked = null } = before.get(keyOf(request)) ?? {};
    if (stands || (takenBack && asked?.calendarId === calendarId)) return [];
    if (takenBack || asked === null) return [request];
    return [{ ...request, dueOn: asked.dueOn, graceUntil: asked.graceUntil }];
  });
}

/** A report that was asked for and did not come yet. */
export interface AskedReport {
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly graceUntil: CalendarDate;
}

/** Since when a suspension that begins on a day holds up a report; null for one whose grace was over before. */
export function heldUpSince(
  { askedOn, graceUntil }: Pick<AskedReport, 'askedOn' | 'graceUntil'>,
  from: CalendarDate,
): CalendarDate | null {
  return graceUntil < from ? null : later(from, askedOn);
}

/** The period of a calendar that is over and ended on a day; null where none did. */
export function periodEndedOn(
  calendar: Pick<ReportingCalendar, 'rhythm' | 'dates' | 'fromDay'>,
  measure: string,
  until: CalendarDate,
  today: CalendarDate,
): Period | null {
  return periodsOf(calendar, measure, today).find((period) => period.until === until) ?? null;
}

/** The periods that end from the calendar's first day on and before the horizon. */
function periodsOf(
  { rhythm, dates, fromDay }: Pick<ReportingCalendar, 'rhythm' | 'dates' | 'fromDay'>,
  measure: string,
  horizon: CalendarDate,
): Period[] {
  const own = rhythm === 'own_dates' && measure === 'quantity';
  const ends = own
    ? [...dates].sort()
    : endsOfMonths(measure === 'quantity' ? rhythm : 'yearly', fromDay, horizon);
  return ends.flatMap((until, index) => {
    const before = ends[index - 1];
    const from = before === undefined ? fromDay : addDays(before, 1);
    return until >= fromDay && until < horizon ? [{ from: own ? later(from, fromDay) : from, until }] : [];
  });
}

/** The ends of all periods of the years that lie between, the one before them included. */
function endsOfMonths(
  rhythm: Rhythm | 'yearly',
  fromDay: CalendarDate,
  horizon: CalendarDate,
): CalendarDate[] {
  const months = ENDS[rhythm === 'own_dates' ? 'yearly' : rhythm];
  const [first, last] = [Number(fromDay.slice(0, 4)), Number(horizon.slice(0, 4))];
  const ends = [calendarDateOf(first - 1, 12, 31)];
  for (let year = first; year <= last; year += 1) {
    for (const month of months)
      ends.push(addDays(calendarDateOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1));
  }
  return ends;
}

function lies(day: CalendarDate, { from, until }: DaySpan): boolean {
  return (from === null || day >= from) && (until === null || day <= until);
}

function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
