import { type CalendarDate, addMonths } from '@app/kernel';
import { type EvidenceRank, strongestOf } from './evidence-rank';
import type { AcceptedObservation } from './observation';

/** Data are stale when nothing was accepted for so long. */
export const STALE_MONTHS = 9;

/** What the flags beside a status are read from. */
export interface FlagFacts {
  readonly observations: readonly AcceptedObservation[];
  /** Since when reporting is open; null until it was opened: nothing is late or stale before. */
  readonly reportingOpenedOn: CalendarDate | null;
  /** The end of grace of the oldest report that is still owed; null when none is. */
  readonly owedSince: CalendarDate | null;
  readonly disputed: boolean;
  /** Duties of the State that are said to hold it up. */
  readonly blockedBy: readonly string[];
  readonly rescheduled: { readonly times: number; readonly days: number | null };
}

/** What stands beside a status and changes none. */
export interface DeliveryFlags {
  /** Since which day a report is late; null when none is. */
  readonly reportLateSince: CalendarDate | null;
  /** Null when no act moved the deadline. */
  readonly rescheduled: { readonly times: number; readonly days: number | null } | null;
  /** Since which day what is known is stale; null when it is not. */
  readonly staleSince: CalendarDate | null;
  /** The strongest proof of what was accepted; null before anything was. */
  readonly evidence: EvidenceRank | null;
  readonly disputed: boolean;
  readonly blockedBy: readonly string[];
}

/** The flags of a commitment on a day; total over all facts. */
export function flagsOf(facts: FlagFacts, today: CalendarDate): DeliveryFlags {
  const { observations, reportingOpenedOn, owedSince, disputed, blockedBy, rescheduled } = facts;
  const stale = reportingOpenedOn && staleFrom(reportingOpenedOn, observations);
  return {
    reportLateSince: owedSince !== null && owedSince < today ? owedSince : null,
    rescheduled: rescheduled.times > 0 ? rescheduled : null,
    staleSince: stale !== null && stale <= today ? stale : null,
    evidence: evidenceOf(observations),
    disputed,
    blockedBy,
  };
}

/** The strongest proof of what was accepted: another accepted report never lowers it. */
export function evidenceOf(observations: readonly AcceptedObservation[]): EvidenceRank | null {
  return observations.length === 0 ? null : strongestOf(observations.map(({ rank }) => rank));
}

function staleFrom(openedOn: CalendarDate, observations: readonly AcceptedObservation[]): CalendarDate {
  const last = observations.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), openedOn);
  return addMonths(last, STALE_MONTHS);
}
