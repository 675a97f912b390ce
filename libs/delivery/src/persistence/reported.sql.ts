import type { ReportedPlace } from '../domain/derive-status';
import { UNREPORTED } from '../domain/reported';

/** What reports make of the promise of the row `c`; null where nothing was reported. */
export const REPORTED = `(SELECT jsonb_build_object('reached', s.reached, 'before', s.before_deadline, 'after', s.after_deadline)
  FROM delivery_standing s WHERE s.commitment_id = c.id AND s.replaced_on IS NULL)`;

const CURRENT = 'SELECT FROM delivery_standing s WHERE s.commitment_id = c.id AND s.replaced_on IS NULL';

/** Whether an accepted value reached the target of the row `c`. */
export const IS_REACHED = `EXISTS (${CURRENT} AND s.reached IS NOT NULL)`;

const COLUMNS = { reached: 'reached', before: 'before_deadline', after: 'after_deadline' } as const;
type Part = keyof typeof COLUMNS;

/**
 * Whether what reports make of the promise of the row `c` is among what a status asks for. Where nothing was reported
 * there is no row: a place that holds that is the absence of a row that lies elsewhere.
 */
export function reportedAs(place: ReportedPlace | null): string {
  if (place === null) return 'true';
  const parts = (Object.keys(COLUMNS) as Part[]).flatMap((part) => {
    const values: readonly (string | null)[] | undefined = place[part];
    return values ? [{ part, values }] : [];
  });
  const unreported = parts.every(({ part, values }) => values.includes(UNREPORTED[part]));
  const lies = parts.map(({ part, values }) => among(COLUMNS[part], values)).join(' AND ');
  return unreported ? `NOT EXISTS (${CURRENT} AND NOT (${lies}))` : `EXISTS (${CURRENT} AND ${lies})`;
}

function among(column: string, values: readonly (string | null)[]): string {
  const named = values.filter((value) => value !== null).map((value) => `'${value}'`);
  const ways = [
    ...(values.includes(null) ? [`s.${column} IS NULL`] : []),
    ...(named.length > 0 ? [`coalesce(s.${column}, '') IN (${named.join(', ')})`] : []),
  ];
  return `(${ways.join(' OR ')})`;
}
