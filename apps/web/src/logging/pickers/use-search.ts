import { useEffect, useState } from 'react';

/** A breath after the last letter, the list is asked. */
const PAUSE = 180;

/** What was typed into a field that finds, and the same once typing pauses. */
export function useSearch(): {
  readonly text: string;
  readonly settled: string;
  readonly type: (text: string) => void;
} {
  const [text, type] = useState('');
  const [settled, settle] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => settle(text.trim()), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text]);
  return { text, settled, type };
}
