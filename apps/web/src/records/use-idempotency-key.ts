import { useCallback, useRef } from 'react';

/**
 * A key for what is recorded: the same for the same body, so that sending once more after a lost answer records nothing
 * twice; another as soon as something was changed.
 */
export function useIdempotencyKey(): (body: unknown) => { readonly 'Idempotency-Key': string } {
  const last = useRef<{ readonly body: string; readonly key: string } | null>(null);
  return useCallback((body: unknown) => {
    const written = JSON.stringify(body);
    if (last.current?.body !== written) last.current = { body: written, key: newKey() };
    return { 'Idempotency-Key': last.current.key };
  }, []);
}

/** Random digits; unlike `randomUUID`, browsers have them on every page. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
