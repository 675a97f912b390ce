import { useCallback, useEffect, useState } from 'react';

/** Counts the seconds down that a refusal asks to wait before the next attempt (`Retry-After`). */
export function useWaiting(): { readonly seconds: number; readonly waitFor: (response: Response) => void } {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const waitFor = useCallback((response: Response) => {
    const asked = Number(response.headers.get('retry-after'));
    setSeconds(response.status === 429 && asked > 0 ? Math.ceil(asked) : 0);
  }, []);
  return { seconds, waitFor };
}
