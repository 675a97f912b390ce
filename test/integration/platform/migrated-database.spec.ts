import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const MANUAL = readFileSync(resolve(__dirname, '../../../docs/DATABASE.md'), 'utf8');
const NO_PERMISSION = { code: '42501' };

describe('a migrated database', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('is the test file’s own', async () => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    expect(rows).toEqual([{ name: database.name }]);
  });

  it('has the extensions that the manual lists, and all of them are trusted', async () => {
    const { rows } = await client.query<{ name: string; trusted: boolean }>(
      `SELECT e.extname AS name, v.trusted
         FROM pg_extension e
         JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion
        WHERE e.extname <> 'plpgsql'
        ORDER BY 1`,
    );
    const [, section = ''] = MANUAL.split('## Extensions');
    const [chapter = ''] = section.split('\n## ');
    const listed = [...chapter.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name).sort();
    expect(rows).toEqual(listed.map((name) => ({ name, trusted: true })));
  });

  it('is worked on by a role without privileges of its own', async () => {
    const { rows } = await client.query(
      'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user',
    );
    expect(rows).toEqual([
      { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false },
    ]);
  });

  it.each([
    ['make a table', 'CREATE TABLE public.of_the_application (id int)'],
    ['make a table in the queue', 'CREATE TABLE bullmq.of_the_application (id int)'],
    ['change a table', 'ALTER TABLE outbox ADD COLUMN note text'],
    ['empty a table', 'TRUNCATE outbox'],
    ['rewrite the audit trail', 'UPDATE audit_entry SET id = id'],
    ['shorten the audit trail', 'DELETE FROM audit_entry'],
    ['rewrite the chain of the audit trail', 'UPDATE audit_link SET sequence = sequence'],
    ['shorten the chain of the audit trail', 'DELETE FROM audit_link'],
    ['rewrite a checkpoint', 'UPDATE audit_checkpoint SET entries = entries'],
    ['drop a checkpoint', 'DELETE FROM audit_checkpoint'],
    ['rewrite a personal value of the audit trail', 'UPDATE audit_personal_value SET value = value'],
    ['hand an entry to the sealer', 'INSERT INTO audit_unsealed SELECT gen_random_uuid()'],
    ['pretend a migration', "INSERT INTO schema_migration (timestamp, name) VALUES (1, 'x')"],
  ])('does not let the application %s', async (_what, statement) => {
    await expect(client.query(statement)).rejects.toMatchObject(NO_PERMISSION);
  });
});
