import type { ReactNode } from 'react';
import './side-by-side.css';

/**
 * Two things that are read against each other: what is judged first, what it is judged by beside it, which stays in
 * sight while the first is read. Where there is no room they follow each other. The second scrolls by itself, so the keyboard reaches it.
 */
export function SideBySide({
  main,
  beside,
  besideLabel,
}: {
  readonly main: ReactNode;
  readonly beside: ReactNode;
  /** Names the second for those who hear the page. */
  readonly besideLabel: string;
}) {
  return (
    <div className="sides">
      <div className="side-main">{main}</div>
      <aside className="side-beside" aria-label={besideLabel} tabIndex={0}>
        {beside}
      </aside>
    </div>
  );
}
