import { useEffect, useRef, useState } from 'react';

/**
 * A field whose words go into the address after a pause. What is being typed is never overwritten by what was sent of
 * it; an address that changes by another way, such as the way back, is shown in the field.
 * @param pause milliseconds without a key
 */
export function useTyped(
  inAddress: string,
  send: (words: string) => void,
  pause: number,
): [string, (words: string) => void] {
  const [words, setWords] = useState(inAddress);
  const sent = useRef(inAddress);
  useEffect(() => {
    if (inAddress === sent.current) return;
    sent.current = inAddress;
    setWords(inAddress);
  }, [inAddress]);
  useEffect(() => {
    if (words.trim() === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = words.trim();
      send(sent.current);
    }, pause);
    return () => clearTimeout(timer);
  }, [words, send, pause]);
  return [words, setWords];
}
