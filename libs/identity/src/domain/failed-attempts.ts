/** What failures are counted by: the account that was tried, known or not, and the address it was tried from. */
export const COUNTED = ['account', 'address'] as const;
export type Counted = (typeof COUNTED)[number];

/** How failures of one sort slow down the next attempt; times in seconds. */
interface SlowingRule {
  /** Failures that cost no wait. */
  readonly free: number;
  readonly longest: number;
  /** After so long without a failure the count begins anew. */
  readonly forgottenAfter: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** An address may be that of a whole office, so it is given more, and forgiven sooner. */
export const SLOWING_RULES: Readonly<Record<Counted, SlowingRule>> = {
  account: { free: 4, longest: 15 * MINUTE, forgottenAfter: 24 * HOUR },
  address: { free: 19, longest: 15 * MINUTE, forgottenAfter: HOUR },
};

/** No count is remembered longer than this many seconds. */
export const LONGEST_MEMORY = Math.max(...COUNTED.map((counted) => SLOWING_RULES[counted].forgottenAfter));

/** Seconds to wait after so many failures: none at first, then 2, 4, 8 and so on up to the longest. */
export function waitAfter(counted: Counted, failures: number): number {
  const { free, longest } = SLOWING_RULES[counted];
  return failures <= free ? 0 : Math.min(2 ** (failures - free), longest);
}

/** The failures of one account or address. */
export interface FailureCount {
  readonly failures: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date;
}

/** The count with one attempt more, which fails until it is seen to succeed. */
export function withAttempt(counted: Counted, count: FailureCount, at: Date): FailureCount {
  const forgotten = at.getTime() - count.lastAt.getTime() > SLOWING_RULES[counted].forgottenAfter * 1000;
  const failures = (forgotten ? 0 : count.failures) + 1;
  const wait = waitAfter(counted, failures) * 1000;
  return {
    failures,
    lastAt: at,
    blockedUntil: wait === 0 ? count.blockedUntil : new Date(at.getTime() + wait),
  };
}

/** Whole seconds until an attempt is looked at again; 0 when one is now. */
export function secondsLeft({ blockedUntil }: FailureCount, at: Date): number {
  return Math.max(0, Math.ceil((blockedUntil.getTime() - at.getTime()) / 1000));
}
