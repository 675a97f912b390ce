/** Tries after which a mail that no server takes is given up; with the pauses below several working days. */
export const MOST_ATTEMPTS = 30;

const FIRST_PAUSE_MINUTES = 5;
const LONGEST_PAUSE_MINUTES = 240;
/** The queue itself tries so many times at once before the outbox waits. */
const TRIES_AT_ONCE = 3;

/** Minutes to wait after so many failed attempts: longer each round, four hours at most. */
export function pauseAfter(attempts: number): number {
  const round = Math.floor((attempts - 1) / TRIES_AT_ONCE);
  return Math.min(FIRST_PAUSE_MINUTES * 2 ** round, LONGEST_PAUSE_MINUTES);
}
