import { NavLink } from 'react-router';
import './tabs.css';

/** The pages of one record. Each has an address, so they are links. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly {
    readonly to: string;
    readonly name: string;
    readonly count?: string;
    readonly end?: boolean;
  }[];
}) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map(({ to, name, count, end }) => (
        <NavLink key={to} to={to} end={end ?? false}>
          {name} {count ? <span className="muted">{count}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
