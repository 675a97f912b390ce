type Listener = (asked: boolean) => void;

const listeners = new Set<Listener>();
let waiting: { promise: Promise<void>; done: () => void; gaveUp: (error: Error) => void } | null = null;

/** Waits until somebody has signed in again over the page; many requests wait for one sign-in. */
export function signInAgain(): Promise<void> {
  if (!waiting) {
    let done!: () => void;
    let gaveUp!: (error: Error) => void;
    const promise = new Promise<void>((resolve, reject) => {
      done = resolve;
      gaveUp = reject;
    });
    waiting = { promise, done, gaveUp };
    for (const listener of listeners) listener(true);
  }
  return waiting.promise;
}

/** Says that somebody signed in again, or would not: whoever waits goes on. */
export function endOfWaiting(signedIn: boolean): void {
  const ended = waiting;
  waiting = null;
  for (const listener of listeners) listener(false);
  if (signedIn) ended?.done();
  else ended?.gaveUp(new SessionOver());
}

/** The session was over and nobody signed in again. */
export class SessionOver extends Error {}

/** Tells a listener whether somebody has to sign in, from now on and as it is now. */
export function onSessionEnd(listener: Listener): () => void {
  listeners.add(listener);
  if (waiting) listener(true);
  return () => listeners.delete(listener);
}
