import { type AcceptedObservation, type BurnUp, type Clocks, burnUpOf, clocksOf } from '@app/delivery';
import type { CalendarDate } from '@app/kernel';

/** What is known of the delivery of a promise, and what decides whether the public reads it. */
export interface DeliveryFacts {
  /** `quantity`, `completion` or `ongoing`. */
  readonly measure: string;
  /** Whether the promised figure or the deadline is marked confidential. */
  readonly confidential: boolean;
  readonly standing: 'running' | 'suspended' | 'ended';
  readonly lastDay: CalendarDate | null;
  readonly firstLastDay: CalendarDate | null;
  readonly observations: readonly AcceptedObservation[];
  readonly target: number | null;
  /** Whether whoever promised disputes what was accepted. */
  readonly disputed: boolean;
  readonly signedOn: CalendarDate | null;
  readonly milestones: readonly { readonly lastDay: CalendarDate; readonly value: number | null }[];
}

/** What the public reads of a delivery: what was verified, and how it stands against the first date. */
export interface PublicDelivery {
  readonly evidence: NonNullable<Clocks['evidence']>;
  readonly original: Clocks['original'];
  readonly promised: BurnUp['promised'];
  readonly accepted: BurnUp['accepted'];
  readonly disputed: boolean;
}

/**
 * What of a delivery the public reads on a day; null where that is nothing. Only what a verifier accepted is told, never
 * a claim, and no forecast, which would call somebody late before anybody heard them. Figures are facts: words of blame
 * wait for the right of reply, and `publicStatusOf` says them.
 */
export function publicDelivery(facts: DeliveryFacts, today: CalendarDate): PublicDelivery | null {
  const { measure, confidential, standing, disputed } = facts;
  // How a duty was kept in a year is a judgement, which has no right of reply of its own.
  if (measure === 'ongoing' || confidential || standing === 'suspended') return null;
  const { observations, target, lastDay, firstLastDay, signedOn, milestones } = facts;
  const known = { observations, claims: [], target, lastDay, firstLastDay };
  const { evidence, original } = clocksOf(known, today);
  if (evidence === null) return null;
  const { promised, accepted } = burnUpOf(known, { from: signedOn, milestones });
  return { evidence, original, promised, accepted, disputed };
}
