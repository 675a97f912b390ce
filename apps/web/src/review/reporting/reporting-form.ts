import type { components } from '../../../.generated/schema';

export type Reporting = components['schemas']['ReportingResponse'];
export type Rhythm = Reporting['proposedRhythm'];
export type PlannedRequest = Reporting['upcoming'][number];
type Request = components['schemas']['ArrangeReportingRequest'];
type Promised = Reporting['promises'][number];

/** In the order in which they are offered. */
export const RHYTHMS = ['half_yearly', 'quarterly', 'own_dates'] as const satisfies readonly Rhythm[];

/** Calendar days within which the register takes an answer or a grace, as its API does. */
export const MOST_DAYS = 180;

/** A calendar as it is typed. */
export interface TypedCalendar {
  readonly rhythm: Rhythm;
  /** Last days of periods (YYYY-MM-DD); empty where none was chosen yet. */
  readonly dates: readonly string[];
  readonly fromDay: string;
  readonly dueDays: string;
  readonly graceDays: string;
  /** How a figure counts, by the id of its promise. */
  readonly rules: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** What a form begins with: the open calendar, else what the register proposes. */
export function beginCalendar({ calendar, proposedRhythm }: Reporting): TypedCalendar {
  return {
    rhythm: calendar?.rhythm ?? proposedRhythm,
    dates: calendar && calendar.dates.length > 0 ? calendar.dates : [''],
    fromDay: calendar?.fromDay ?? '',
    dueDays: String(calendar?.dueDays ?? 30),
    graceDays: String(calendar?.graceDays ?? 30),
    rules: {},
    reason: '',
  };
}

/** Promises of which the paper does not say how they count, and nobody chose it yet. */
export function silentPromises({ promises }: Reporting): readonly Promised[] {
  return promises.filter(({ choosableRules }) => choosableRules.length > 0);
}

/** Fields that have to be filled in before the register is asked, by their path in the body. */
export function missingFields(typed: TypedCalendar, reporting: Reporting): readonly string[] {
  const { rhythm, dates, dueDays, graceDays, rules, reason } = typed;
  return [
    ...(rhythm === 'own_dates' && dates.every((date) => date === '') ? ['dates'] : []),
    ...(isWithin(dueDays, 1) ? [] : ['dueDays']),
    ...(isWithin(graceDays, 0) ? [] : ['graceDays']),
    ...silentPromises(reporting).flatMap(({ commitmentId }, at) =>
      rules[commitmentId] ? [] : [`countingRules[${at}].rule`],
    ),
    ...(reporting.state === 'open' && reason.trim() === '' ? ['reason'] : []),
  ];
}

function isWithin(typed: string, least: number): boolean {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= MOST_DAYS;
}

/** What is typed, as the register takes it. */
export function requestOf(typed: TypedCalendar, reporting: Reporting): Request {
  const { rhythm, dates, fromDay, dueDays, graceDays, rules, reason } = typed;
  return {
    rhythm,
    dates: rhythm === 'own_dates' ? dates.filter(Boolean).map((until) => ({ until })) : [],
    fromDay: fromDay || null,
    dueDays: Number(dueDays),
    graceDays: Number(graceDays),
    countingRules: silentPromises(reporting).map(({ commitmentId, choosableRules }) => ({
      commitmentId,
      rule: choosableRules.find((rule) => rule === rules[commitmentId]) ?? choosableRules[0] ?? 'level',
    })),
    reason: reporting.state === 'open' ? reason.trim() : null,
  };
}
