import { useRef } from 'react';

/** One key for each thing that is asked for: sent twice, it happens once; changed, it is another request. */
export function useIdempotencyKey(): (request: unknown) => string {
  const last = useRef({ request: '', key: '' });
  return (request) => {
    const asked = JSON.stringify(request);
    if (last.current.request !== asked) last.current = { request: asked, key: randomKey() };
    return last.current.key;
  };
}

function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
