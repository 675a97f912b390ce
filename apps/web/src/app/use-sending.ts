import { useCallback, useState } from 'react';
import { useWaiting } from './use-waiting';

interface Sent {
  readonly error?: unknown;
  readonly response: Response;
}

/** One request of a form that may have to wait: its refusal, whether it is under way, and seconds until the next. */
export function useSending() {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { seconds, waitFor } = useWaiting();
  const send = useCallback(
    async <Answer extends Sent>(
      request: () => Promise<Answer>,
      done: (answer: Answer) => void,
      refused?: (error: unknown) => boolean,
    ): Promise<void> => {
      if (busy || seconds > 0) return;
      setBusy(true);
      setError(null);
      try {
        const answer = await request();
        waitFor(answer.response);
        if (answer.response.ok) done(answer);
        else if (!refused?.(answer.error)) setError(answer.error);
      } catch (failure) {
        setError(failure);
      } finally {
        setBusy(false);
      }
    },
    [busy, seconds, waitFor],
  );
  return { error, busy, seconds, send };
}
