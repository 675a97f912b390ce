import type { CalendarDate } from '@app/kernel';
import type { EvidenceRank } from './evidence-rank';

/** How far a commitment without a number has come, in order. */
export const COMPLETION_STAGES = ['not_begun', 'begun', 'substantially_done', 'done'] as const;
export type CompletionStage = (typeof COMPLETION_STAGES)[number];

/** A stage as the value of an observation: 0 when not begun, 3 when done. */
export function valueOfStage(stage: CompletionStage): number {
  return COMPLETION_STAGES.indexOf(stage);
}

/** The value that a commitment measured by completion reaches when it is met. */
export const DONE_VALUE = valueOfStage('done');

/**
 * A value that a verifier accepted, of what the register follows: a figure that was superseded or rejected is none.
 * `value` is in the unit of the commitment and counted as its counting rule says, from 0, with at most two decimals;
 * for a commitment measured by completion it is the stage's (`valueOfStage`).
 */
export interface AcceptedObservation {
  /** The day for which the value holds. A promise is judged by it, whenever the value was accepted. */
  readonly asOf: CalendarDate;
  readonly value: number;
  /** Of what supports the accepted figure. */
  readonly rank: EvidenceRank;
  /** The day on which the register accepted it. */
  readonly recordedOn: CalendarDate;
}

/** A value that was reported and not decided about yet. */
export interface PendingClaim {
  readonly asOf: CalendarDate;
  readonly value: number;
}

/**
 * The observations in the order of their days, one for each: of several for one day the one that was accepted last,
 * and of those accepted on one day the one that stands last in the list.
 */
export function inOrderOfDays(observations: readonly AcceptedObservation[]): AcceptedObservation[] {
  const byDay = new Map<CalendarDate, AcceptedObservation>();
  for (const observation of observations) {
    const other = byDay.get(observation.asOf);
    if (!other || other.recordedOn <= observation.recordedOn) byDay.set(observation.asOf, observation);
  }
  return [...byDay.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** What the register knew on a day: values accepted until then, of days until then. */
export function knownOn(
  observations: readonly AcceptedObservation[],
  day: CalendarDate,
): AcceptedObservation[] {
  return observations.filter(({ asOf, recordedOn }) => asOf <= day && recordedOn <= day);
}
