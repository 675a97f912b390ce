import type { ReportedPlace } from '../domain/derive-status';
import { DONE_VALUE } from '../domain/observation';
import { UNREPORTED } from '../domain/reported';

/** What reports make of the promise of the row `c`; null where nothing was reported. */
export const REPORTED = `(SELECT jsonb_build_object('reached', s.reached, 'before', s.before_deadline, 'after', s.after_deadline)
  FROM delivery_standing s WHERE s.commitment_id = c.id AND s.replaced_on IS NULL)`;

const CURRENT = 'SELECT FROM delivery_standing s WHERE s.commitment_id = c.id AND s.replaced_on IS NULL';

/** Whether an accepted value reached the target of the row `c`. */
export const IS_REACHED = `EXISTS (${CURRENT} AND s.reached IS NOT NULL)`;

/** Where the promise of the row `c` is met; null for words without a number, and for ongoing duties. */
export const TARGET = `CASE c.measure WHEN 'quantity' THEN c.value WHEN 'completion' THEN ${DONE_VALUE} END`;

const FIGURES = 'SELECT FROM accepted_observation o WHERE o.commitment_id = c.id AND o.superseded_on IS NULL';

/** Whether a figure of the promise of the row `c` was accepted and is followed. */
export const IS_VERIFIED = `EXISTS (${FIGURES})`;

/** Whether an accepted figure reached the target of the row `c`, as the tables have it this moment. */
export const REACHES_TARGET = `EXISTS (${FIGURES} AND ${TARGET} > 0 AND o.value >= ${TARGET})`;

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
