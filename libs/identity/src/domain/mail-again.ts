/** Minutes between two mails of the same kind to the same person. */
export const MINUTES_BETWEEN_MAILS = 5;

/** Mails of the same kind that one person gets in a day at most. */
export const MOST_MAILS_A_DAY = 5;

/** The span of a day in milliseconds, within which mails are counted. */
export const DAY_MS = 24 * 3_600_000;

/** Whether one more mail may be asked for, so that nobody fills somebody's mailbox. */
export function mayMailAgain(earlier: readonly Date[], now: Date): boolean {
  const ages = earlier.map((at) => now.getTime() - at.getTime()).filter((age) => age < DAY_MS);
  return ages.length < MOST_MAILS_A_DAY && ages.every((age) => age >= MINUTES_BETWEEN_MAILS * 60_000);
}
