import type { EntityManager, ObjectLiteral } from 'typeorm';
import { InvalidCursor } from './refusals';
import { sqlStateOf } from './failures';

/** One condition of a list; each `?` stands for the next value. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** One order a list can be read in: expressions that are never null, the last one unique. */
export interface SortOrder {
  readonly keys: readonly { readonly sql: string; readonly type: string }[];
  readonly descending?: boolean;
}

export interface ListStatement {
  readonly select: string;
  readonly from: string;
  readonly conditions: readonly Condition[];
  readonly sort: SortOrder;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
  /** Counts beyond the bound too; asked for with `count=exact`. */
  readonly exactCount: boolean;
}

/** One page of a list. `total` is exact up to 10,000 and a lower bound beyond. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly totalIsAtLeast?: true;
  readonly nextCursor: string | null;
}

const COUNT_BOUND = 10_000;

/** Class of the SQLSTATEs of a value that cannot be: only a forged cursor gets there. */
const UNREADABLE_VALUE = '22';

/**
 * Reads one page by keyset: the cursor is the sort key of the last row seen, so a page costs the same wherever
 * it lies and rows that come and go meanwhile repeat or hide none of the others.
 * @throws InvalidCursor when the cursor was not made for this order.
 */
export async function readPage<Row extends ObjectLiteral>(
  db: EntityManager,
  statement: ListStatement,
  page: PageRequest,
): Promise<Page<Row>> {
  const { sort } = statement;
  const count = await countRows(db, statement, page.exactCount);
  const conditions = [...statement.conditions];
  if (page.cursor !== null) conditions.push(afterCursor(sort, page.cursor));
  const { where, values } = joinConditions(conditions);
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = sort.keys.map(({ sql }) => `${sql} ${direction}`).join(', ');
  const keys = sort.keys.map(({ sql }, index) => `(${sql})::text AS "cursor_${index}"`).join(', ');
  const rows = await db
    .query<(Row & Record<string, string>)[]>(
      `SELECT ${statement.select}, ${keys} FROM ${statement.from} ${where} ORDER BY ${order} LIMIT ${page.limit + 1}`,
      values,
    )
    .catch((error: unknown) => {
      if (page.cursor !== null && sqlStateOf(error)?.startsWith(UNREADABLE_VALUE)) throw new InvalidCursor();
      throw error;
    });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > page.limit && last ? writeCursor(sort, last) : null;
  return { items: shown.map((row) => withoutKeys(sort, row)), ...count, nextCursor };
}

/** Numbers the placeholders of all conditions and joins them with AND. */
export function joinConditions(conditions: readonly Condition[]): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const clauses = conditions.map((condition) => `(${numberPlaceholders(condition, values)})`);
  return { where: clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '', values };
}

/** The condition with its placeholders numbered behind the values so far, to which its own are added. */
export function numberPlaceholders({ sql, values: own }: Condition, values: unknown[]): string {
  let index = 0;
  return sql.replace(/\?/g, () => {
    values.push(own[index]);
    index += 1;
    return `$${values.length}`;
  });
}

async function countRows(
  db: EntityManager,
  { from, conditions }: ListStatement,
  exact: boolean,
): Promise<{ total: number; totalIsAtLeast?: true }> {
  const { where, values } = joinConditions(conditions);
  const bound = exact ? '' : `LIMIT ${COUNT_BOUND + 1}`;
  const [row] = await db.query<[{ total: string }]>(
    `SELECT count(*) AS total FROM (SELECT 1 FROM ${from} ${where} ${bound}) AS counted`,
    values,
  );
  const total = Number(row.total);
  return !exact && total > COUNT_BOUND ? { total: COUNT_BOUND, totalIsAtLeast: true } : { total };
}

function writeCursor(sort: SortOrder, row: Record<string, unknown>): string {
  const keys = sort.keys.map((_, index) => row[`cursor_${index}`]);
  return Buffer.from(JSON.stringify([fingerprint(sort), ...keys])).toString('base64url');
}

/** The row as it was asked for: what the cursor is made of is nobody else's. */
function withoutKeys<Row extends object>(sort: SortOrder, row: Row & Record<string, unknown>): Row {
  for (const index of sort.keys.keys()) delete row[`cursor_${index}` as keyof typeof row];
  return row;
}

function afterCursor(sort: SortOrder, cursor: string): Condition {
  const values = readCursor(cursor);
  const known =
    values.length === sort.keys.length + 1 &&
    values[0] === fingerprint(sort) &&
    values.every((value) => typeof value === 'string' && !value.includes('\0'));
  if (!known) throw new InvalidCursor();
  const keys = sort.keys.map(({ sql }) => sql).join(', ');
  const marks = sort.keys.map(({ type }) => `CAST(? AS ${type})`).join(', ');
  return { sql: `(${keys}) ${sort.descending ? '<' : '>'} (${marks})`, values: values.slice(1) };
}

function readCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Names the order, so that a cursor of one order is refused by another. */
function fingerprint({ keys, descending }: SortOrder): string {
  return `${keys.map(({ sql }) => sql).join(',')}${descending ? '-' : '+'}`;
}
