/** Values of a statement by name; in the statement they stand as `:name`. */
export type NamedValues = Readonly<Record<string, unknown>>;

const NAME = /(?<!:):([a-z]\w*)/gi;

/** The statement with numbered placeholders and its values in their order, as the driver wants them. */
export function numbered(sql: string, values: NamedValues): [sql: string, values: unknown[]] {
  const names: string[] = [];
  const text = sql.replace(NAME, (_, name: string) => {
    if (!(name in values)) throw new Error(`the statement names a value that is not given: ${name}`);
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return [text, names.map((name) => values[name])];
}

/**
 * A new identifier made by PostgreSQL, for rows that one statement makes by the thousand: UUID version 7 of the
 * instant `:stamp` (milliseconds), as the application's own are.
 */
export const NEW_ID = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(:stamp::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`;
