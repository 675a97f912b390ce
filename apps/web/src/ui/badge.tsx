import type { ReactNode } from 'react';
import './badge.css';

/** A state in a word. The tone repeats what the word says, and never says it alone. */
export function Badge({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'attention' | 'late';
  readonly children: ReactNode;
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
