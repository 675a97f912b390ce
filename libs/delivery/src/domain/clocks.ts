import { type CalendarDate, daysBetween } from '@app/kernel';
import { type EvidenceBand, type EvidenceRank, bandOf } from './evidence-rank';
import { forecast } from './forecast/forecast';
import { type PromisedFacts, type PromisedLine, promisedLine } from './forecast/promised-line';
import { type AcceptedObservation, type PendingClaim, inOrderOfDays } from './observation';

/** What the three clocks and the burn-up of a commitment are read from. */
export interface ClockFacts {
  readonly observations: readonly AcceptedObservation[];
  /** Every value that was claimed and not withdrawn, accepted or not: claims stay beside what was accepted. */
  readonly claims: readonly PendingClaim[];
  readonly target: number | null;
  readonly lastDay: CalendarDate | null;
  /** The deadline as it was first signed; it never changes. */
  readonly firstLastDay: CalendarDate | null;
}

/** A value for a day, and its share of the target; null where there is nothing to reach. */
export interface ClockValue {
  readonly asOf: CalendarDate;
  readonly value: number;
  readonly share: number | null;
}

/** Three answers to how a commitment stands, which may all differ. */
export interface Clocks {
  /** What whoever promised says; null before anything was claimed. */
  readonly claim: ClockValue | null;
  /** What the evidence supports: the last accepted value and its proof; null before anything was accepted. */
  readonly evidence: (ClockValue & { readonly rank: EvidenceRank; readonly band: EvidenceBand }) | null;
  /** How it stands against the date that was first signed; null where there never was one. */
  readonly original: OriginalDate | null;
}

export interface OriginalDate {
  readonly lastDay: CalendarDate;
  /** Negative once it has passed. */
  readonly daysLeft: number;
  /** Met or not by what was accepted: on the first date or before, after it, or not yet. */
  readonly standing: 'met' | 'met_late' | 'ahead' | 'passed';
  /** The days by which the present deadline lies behind the first; negative when it was brought forward. */
  readonly movedDays: number | null;
}

/** The three clocks on a day; total over all facts. */
export function clocksOf(facts: ClockFacts, today: CalendarDate): Clocks {
  const { claims, observations, target } = facts;
  const claimed = lastOf(claims);
  const accepted = inOrderOfDays(observations).at(-1);
  return {
    claim: claimed ? clockValue(claimed, target) : null,
    evidence: accepted
      ? { ...clockValue(accepted, target), rank: accepted.rank, band: bandOf(accepted.rank) }
      : null,
    original: originalOf(facts, today),
  };
}

function originalOf(
  { observations, target, firstLastDay, lastDay }: ClockFacts,
  today: CalendarDate,
): OriginalDate | null {
  if (firstLastDay === null) return null;
  const reached = forecast({ observations, target, lastDay: null });
  const missed = firstLastDay < today ? 'passed' : 'ahead';
  const met = reached.kind === 'reached' && reached.on <= firstLastDay ? 'met' : 'met_late';
  return {
    lastDay: firstLastDay,
    daysLeft: daysBetween(today, firstLastDay),
    standing: reached.kind === 'reached' ? met : missed,
    movedDays: lastDay === null ? null : daysBetween(firstLastDay, lastDay),
  };
}

/** What a burn-up chart draws, and its table tells. Points are in the order of their days. */
export interface BurnUp {
  readonly promised: PromisedLine;
  readonly claimed: readonly PendingClaim[];
  readonly accepted: readonly AcceptedObservation[];
  /** From the last accepted value to the target, between its two ends; null where there is no range. */
  readonly forecast: {
    readonly from: PendingClaim;
    readonly target: number;
    readonly earliest: CalendarDate;
    readonly latest: CalendarDate | null;
  } | null;
  readonly lastDay: CalendarDate | null;
}

/** The series of a commitment; total over all facts. */
export function burnUpOf(facts: ClockFacts, promised: Omit<PromisedFacts, 'lastDay' | 'target'>): BurnUp {
  const { observations, claims, target, lastDay } = facts;
  const accepted = inOrderOfDays(observations);
  const last = accepted.at(-1);
  const found = forecast({ observations, target, lastDay });
  return {
    promised: promisedLine({ ...promised, lastDay, target }),
    claimed: [...claims].sort(byDay),
    accepted,
    forecast:
      found.kind === 'range' && last && target !== null
        ? {
            from: { asOf: last.asOf, value: last.value },
            target,
            earliest: found.from,
            latest: found.until,
          }
        : null,
    lastDay,
  };
}

function clockValue({ asOf, value }: PendingClaim, target: number | null): ClockValue {
  return { asOf, value, share: target === null || target <= 0 ? null : value / target };
}

/** Of several claims for the last day the one that stands last in the list. */
function lastOf(claims: readonly PendingClaim[]): PendingClaim | undefined {
  return [...claims].sort(byDay).at(-1);
}

function byDay(one: PendingClaim, other: PendingClaim): number {
  return one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0;
}
