import type { EntityManager } from 'typeorm';
import { type Condition, numberPlaceholders } from './listing';

/** The word for rows that have no value, where a facet counts those too. */
export const WITHOUT_VALUE = 'none';

/** One way to narrow a list: which values each row has, and what narrows the list by it now. */
export interface Facet<Code extends string> {
  readonly code: Code;
  /** The values of a row as an SQL array of texts; a row with none counts under `none`. */
  readonly values: string;
  /** What was chosen of this facet; null when nothing was. */
  readonly chosen: Condition | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface CountedFacet<Code extends string> {
  readonly code: Code;
  /** The most frequent first. */
  readonly values: readonly FacetValue[];
  /** How many further values there are. */
  readonly others: number;
}

export interface CountedFacets<Code extends string> {
  /** Rows that pass everything that was chosen. */
  readonly total: number;
  readonly facets: readonly CountedFacet<Code>[];
}

/** Values beyond this many are counted and not listed. */
const MOST_VALUES = 50;

const EVERYTHING = 'all';

/**
 * Counts the rows of a list by the values of its facets in one statement. What was chosen of a facet narrows the others
 * and not the facet itself, so that its further values can be chosen beside it.
 */
export async function countFacets<Code extends string>(
  db: EntityManager,
  from: string,
  conditions: readonly Condition[],
  facets: readonly Facet<Code>[],
): Promise<CountedFacets<Code>> {
  const values: unknown[] = [];
  const columns = facets.map(({ values: sql }, index) => `${sql} AS v${index}`);
  const chosen = facets.flatMap(({ chosen: condition }, index) =>
    condition === null
      ? []
      : [{ index, sql: `coalesce((${numberPlaceholders(condition, values)}), false) AS c${index}` }],
  );
  const where = conditions.map((condition) => `(${numberPlaceholders(condition, values)})`);
  const besides = (own: number) => {
    const others = chosen.filter(({ index }) => index !== own).map(({ index }) => `c${index}`);
    return others.length === 0 ? '' : `WHERE ${others.join(' AND ')}`;
  };
  const counts = facets.map(
    ({ code }, index) =>
      `SELECT '${code}', value, count(*) FROM base
         CROSS JOIN LATERAL unnest(CASE WHEN cardinality(v${index}) > 0 THEN v${index}
           ELSE ARRAY['${WITHOUT_VALUE}'] END) AS value
        ${besides(index)} GROUP BY value`,
  );
  const rows = await db.query<(FacetValue & { facet: string })[]>(
    `WITH base AS MATERIALIZED (
       SELECT ${[...columns, ...chosen.map(({ sql }) => sql)].join(', ')} FROM ${from}
        ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`})
     SELECT '${EVERYTHING}' AS facet, NULL AS value, count(*) AS count FROM base ${besides(-1)}
     ${counts.map((sql) => `UNION ALL ${sql}`).join(' ')}`,
    values,
  );
  return {
    total: rows.find(({ facet }) => facet === EVERYTHING)?.count ?? 0,
    facets: facets.map(({ code }) => countedFacet(code, rows)),
  };
}

function countedFacet<Code extends string>(
  code: Code,
  rows: readonly (FacetValue & { facet: string })[],
): CountedFacet<Code> {
  const own = rows
    .filter(({ facet }) => facet === code)
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { code, values: own.slice(0, MOST_VALUES), others: Math.max(0, own.length - MOST_VALUES) };
}

/**
 * Whether a column has one of some values. A single value is compared as such, for an order that an index keeps.
 * @param type of the column in SQL.
 */
export function isOneOf(column: string, type: string, chosen: readonly string[]): Condition {
  return chosen.length === 1
    ? { sql: `${column} = CAST(? AS ${type})`, values: chosen }
    : { sql: `${column} = ANY (CAST(? AS ${type}[]))`, values: [chosen] };
}

/** The same where `none` stands for the absence of a value. */
export function isOneOfOrNone(column: string, type: string, chosen: readonly string[]): Condition {
  return orWithout(chosen, (some) => isOneOf(column, type, some), `${column} IS NULL`);
}

/** A condition on the values that were chosen, or on the absence of any when `none` is among them. */
export function orWithout(
  chosen: readonly string[],
  among: (some: readonly string[]) => Condition,
  absent: string,
): Condition {
  const some = chosen.filter((value) => value !== WITHOUT_VALUE);
  if (some.length === chosen.length) return among(some);
  if (some.length === 0) return { sql: absent, values: [] };
  const { sql, values } = among(some);
  return { sql: `(${sql}) OR ${absent}`, values };
}
