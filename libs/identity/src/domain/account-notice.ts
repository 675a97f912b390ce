/** What the holder of an account is told by mail, for it may not have been they who did it. */
export const ACCOUNT_NOTICES = [
  'password_changed',
  'second_factor_enrolled',
  'second_factor_removed',
  'second_factor_reset',
  'recovery_code_used',
] as const;
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

const MINUTE_MS = 60_000;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 240 * MINUTE_MS;

/** After so long a notice that no server takes is given up: it no longer helps anybody. */
const PATIENCE_MS = 3 * 24 * 60 * MINUTE_MS;

/** When a notice that was not taken is tried again: as long after as it waits already, in bounds; null to give it up. */
export function nextTry(happenedAt: Date, now: Date): Date | null {
  const age = now.getTime() - happenedAt.getTime();
  if (age > PATIENCE_MS) return null;
  return new Date(now.getTime() + Math.min(Math.max(age, FIRST_PAUSE_MS), LONGEST_PAUSE_MS));
}
