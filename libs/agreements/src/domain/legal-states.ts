/** How an agreement stands before the law (WORKFLOWS, Agreement). */
export const LEGAL_STATES = [
  'announced',
  'under_negotiation',
  'signed',
  'in_force',
  'suspended',
  'fulfilled',
  'closed_partially',
  'terminated',
  'expired',
  'lapsed',
  'superseded',
] as const;
export type LegalState = (typeof LEGAL_STATES)[number];

/** States in which nothing more is owed under the agreement. */
export const ENDED_STATES = [
  'fulfilled',
  'closed_partially',
  'terminated',
  'expired',
  'lapsed',
  'superseded',
] as const satisfies readonly LegalState[];

/** Whether the agreement came to an end. */
export function hasEnded(state: string | null): boolean {
  return (ENDED_STATES as readonly (string | null)[]).includes(state);
}
