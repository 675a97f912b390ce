import { Client } from 'pg';

/**
 * What a refused request may leave behind: the entry that it was refused, and counts of attempts. Everything else
 * that a refusal writes is a defect.
 */
const MAY_BE_WRITTEN =
  /^(audit_entry|audit_personal_value|audit_unsealed|audit_link|sign_in_failure.*|request_count.*|idempotency_key|session|api_token)$/;

/** Notes in the database itself which tables a committed statement wrote, so that nothing is overlooked. */
export class WrittenTables {
  private constructor(private readonly client: Client) {}

  static async watch(ownerUrl: string): Promise<WrittenTables> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(`
      CREATE TABLE fuzz_write (name text NOT NULL);
      CREATE FUNCTION note_fuzz_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
          IF EXISTS (SELECT FROM changed) THEN INSERT INTO public.fuzz_write VALUES (TG_TABLE_NAME); END IF;
          RETURN NULL;
        END
      $$;
    `);
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
          AND relname NOT IN ('fuzz_write', 'schema_migration')`,
    );
    for (const { name } of rows.filter((row) => !MAY_BE_WRITTEN.test(row.name))) {
      for (const [event, table] of [
        ['INSERT', 'NEW'],
        ['UPDATE', 'NEW'],
        ['DELETE', 'OLD'],
      ]) {
        await client.query(
          `CREATE TRIGGER fuzz_${event} AFTER ${event} ON "${name}" REFERENCING ${table} TABLE AS changed
             FOR EACH STATEMENT EXECUTE FUNCTION note_fuzz_write()`,
        );
      }
    }
    return new WrittenTables(client);
  }

  /** The tables written since the last question. */
  async take(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>('DELETE FROM fuzz_write RETURNING name');
    return [...new Set(rows.map(({ name }) => name))].sort();
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
