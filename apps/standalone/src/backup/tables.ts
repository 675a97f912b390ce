import { escapeIdentifier, type Client } from 'pg';

/** One table of the register, with the columns that hold something of its own. */
export interface RegisterTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A sequence and where it stands. */
export interface SequenceState {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Written by migrations, and compared instead of copied. */
const OF_MIGRATIONS = 'schema_migration';

/** Says which folder of files is this register's: a restored one has another, and marks it at its first start. */
const OF_THE_PLACE = 'file_store';

/**
 * The tables of the register, those that others refer to first. Columns that the database computes are left out, and
 * so are unlogged tables, which hold counts that may be lost.
 */
export async function registerTables(client: Client): Promise<RegisterTable[]> {
  const { rows } = await client.query<RegisterTable & { refersTo: string[] }>(
    `SELECT c.relname AS name,
            ARRAY(SELECT a.attname::text FROM pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                   ORDER BY a.attnum) AS columns,
            ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
                   WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS "refersTo"
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
        AND c.relname <> ALL ($1)
      ORDER BY c.relname`,
    [[OF_MIGRATIONS, OF_THE_PLACE]],
  );
  return inOrderOfReference(rows);
}

/** @throws Error when tables refer to each other in a circle: such tables could not be filled one after the other. */
function inOrderOfReference(
  tables: readonly (RegisterTable & { refersTo: readonly string[] })[],
): RegisterTable[] {
  const ordered: RegisterTable[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ refersTo }) => !refersTo.some((name) => waiting.has(name)));
    if (free.length === 0) throw new Error(`tables in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns } of free) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

/** The sequences of the register and where they stand. */
export async function registerSequences(client: Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
        AND relname NOT LIKE '${OF_MIGRATIONS}%' ORDER BY relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last_value: string; is_called: boolean }>(
      `SELECT last_value::text, is_called FROM ${escapeIdentifier(name)}`,
    );
    const [state] = found;
    if (state) states.push({ name, lastValue: state.last_value, isCalled: state.is_called });
  }
  return states;
}

/** Names of the migrations that made the schema, in their order. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM ${OF_MIGRATIONS} ORDER BY timestamp`,
  );
  return rows.map(({ name }) => name);
}

/** `COPY` of a table, in either direction: a backup and its restoration speak of the same columns in the same order. */
export function copyStatement(
  { name, columns }: RegisterTable,
  direction: 'TO STDOUT' | 'FROM STDIN',
): string {
  return `COPY ${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')}) ${direction}`;
}

/** Settings under which a value has one text, wherever the server stands. */
export const ONE_TEXT_FOR_A_VALUE =
  "SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC'; SET bytea_output = 'hex'; " +
  "SET extra_float_digits = 1; SET client_encoding = 'UTF8'; SET statement_timeout = 0";
