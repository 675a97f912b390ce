import type { ReactNode } from 'react';
import './timeline.css';

/** What happened, one after the other. */
export function Timeline({
  entries,
}: {
  readonly entries: readonly { readonly key: string; readonly when: ReactNode; readonly what: ReactNode }[];
}) {
  return (
    <ol className="timeline">
      {entries.map(({ key, when, what }) => (
        <li key={key}>
          <div className="timeline-when">{when}</div>
          <div>{what}</div>
        </li>
      ))}
    </ol>
  );
}
