/** Seconds for which a one-time code is shown (RFC 6238). */
export const STEP_SECONDS = 30;

/** Steps by which the clock of a device may differ from ours. */
const TOLERANCE = 1;

/** The step of time that an instant lies in. */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

/** The steps whose code is taken now: those around the instant, and of these only what is newer than the newest taken. */
export function stepsTaken(at: Date, lastStep: number | null): number[] {
  const now = stepOf(at);
  const steps = [];
  for (let step = now - TOLERANCE; step <= now + TOLERANCE; step += 1) {
    if (lastStep === null || step > lastStep) steps.push(step);
  }
  return steps;
}
