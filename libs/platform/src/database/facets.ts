import type { EntityManager } from 'typeorm';
import { type Condition, numberPlaceholders } from './listing';

/** The word for rows that have no value, where a facet counts those too. */
export const WITHOUT_VALUE = 'none';

/** Where a facet's values are: one in each row, or several by the row's `id` in a query of `id` and `value`. */
export type FacetValues = { readonly one: string | Condition } | { readonly several: string };

/** One way to narrow a list: which values its rows have, and what narrows the list by it now. */
export interface Facet<Code extends string> {
  readonly code: Code;
  readonly values: FacetValues;
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

/** What is counted: rows with an `id`, and conditions that stand beside the facets. */
export interface CountedRows {
  readonly id: string;
  readonly from: string;
  readonly conditions: readonly Condition[];
}

/** Values beyond this many are counted and not listed. */
const MOST_VALUES = 50;

const EVERYTHING = 'all';

type CountedRow = FacetValue & { readonly facet: string };

/**
 * Counts the rows of a list by the values of its facets in one statement. What was chosen of a facet narrows the others
 * and not the facet itself, so that its further values can be chosen beside it.
 */
export async function countFacets<Code extends string>(
  db: EntityManager,
  { id, from, conditions }: CountedRows,
  facets: readonly Facet<Code>[],
): Promise<CountedFacets<Code>> {
  const values: unknown[] = [];
  const columns = facets.flatMap(({ values: where }, n) =>
    'one' in where
      ? [
          `coalesce((${numberPlaceholders(expressionOf(where.one), values)})::text, '${WITHOUT_VALUE}') AS v${n}`,
        ]
      : [],
  );
  const chosen = facets.flatMap(({ chosen: condition }, n) =>
    condition === null
      ? []
      : [{ n, sql: `coalesce((${numberPlaceholders(condition, values)}), false) AS c${n}` }],
  );
  const where = conditions.map((condition) => `(${numberPlaceholders(condition, values)})`);
  const besides = (own: number | null) => {
    const others = chosen.filter(({ n }) => n !== own).map(({ n }) => `b.c${n}`);
    return others.length === 0 ? '' : `WHERE ${others.join(' AND ')}`;
  };
  const rows = await db.query<CountedRow[]>(
    `WITH base AS MATERIALIZED (
       SELECT ${[`${id} AS id`, ...columns, ...chosen.map(({ sql }) => sql)].join(', ')} FROM ${from}
        ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`})
     ${[countedTogether(facets, besides(null)), ...countedApart(facets, besides)].join(' UNION ALL ')}`,
    values,
  );
  return {
    total: rows.find(({ facet }) => facet === EVERYTHING)?.count ?? 0,
    facets: facets.map(({ code }) => countedFacet(code, rows)),
  };
}

/** An expression that asks for no value, or one with those it asks for. */
const expressionOf = (one: string | Condition): Condition =>
  typeof one === 'string' ? { sql: one, values: [] } : one;

/** Everything, and the facets of which nothing was chosen: they count the same rows, and are counted in one pass. */
function countedTogether(facets: readonly Facet<string>[], where: string): string {
  const together = facets.flatMap(({ code, values, chosen }, n) =>
    'one' in values && chosen === null ? [{ code, column: `b.v${n}` }] : [],
  );
  const pick = (of: (facet: { code: string; column: string }) => string, otherwise: string) =>
    together.length === 0
      ? otherwise
      : `CASE ${together.map((facet) => `WHEN grouping(${facet.column}) = 0 THEN ${of(facet)}`).join(' ')}
           ELSE ${otherwise} END`;
  const sets = ['()', ...together.map(({ column }) => `(${column})`)].join(', ');
  return `SELECT ${pick(({ code }) => `'${code}'`, `'${EVERYTHING}'`)} AS facet,
      ${pick(({ column }) => column, 'NULL')} AS value, count(*) AS count
    FROM base b ${where} GROUP BY GROUPING SETS (${sets})`;
}

/** The others: each counts rows of its own, or rows have several of its values. */
function countedApart(facets: readonly Facet<string>[], besides: (own: number) => string): string[] {
  return facets.flatMap(({ code, values, chosen }, n) => {
    if ('several' in values) {
      return [
        `SELECT '${code}', coalesce(s.value, '${WITHOUT_VALUE}'), count(*)
           FROM base b LEFT JOIN (${values.several}) AS s ON s.id = b.id ${besides(n)} GROUP BY s.value`,
      ];
    }
    return chosen === null
      ? []
      : [`SELECT '${code}', b.v${n}, count(*) FROM base b ${besides(n)} GROUP BY b.v${n}`];
  });
}

function countedFacet<Code extends string>(code: Code, rows: readonly CountedRow[]): CountedFacet<Code> {
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
