import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { WITH_CONTENT } from './database-broker';
import type { TestServer } from './database-server';

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  name: string;
  ownerUrl: string;
  appUrl: string;
  /** Runs a statement in this database that not even its owner may. */
  asSuperuser(statement: string): Promise<void>;
  /** Takes out whatever was written, and leaves what the migrations brought. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

let server: Promise<TestServer> | undefined;

/** Asks the broker of this run, with patience: the first question starts the server, or loads the content. */
async function askBroker<Answer>(path: string): Promise<Answer> {
  const url = process.env.TEST_DATABASE_BROKER;
  if (!url)
    throw new Error('No test database server: run the tests through Jest with the project configuration.');
  const patience = new AbortController();
  // Cleared, for a timer that waits keeps all modules of the file in memory that started it.
  const timer = setTimeout(() => patience.abort(), 120_000);
  try {
    const response = await fetch(`${url}${path}`, { signal: patience.signal });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  } finally {
    clearTimeout(timer);
  }
}

async function asSuperuser(superuserUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The tables that the migrations fill. */
const FILLED = ['migrations', 'processing'];

/** Without triggers and foreign keys, which guard the trail and the versions against just this. */
const EMPTY = `
  DO $$
  DECLARE one record;
  BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT schemaname, tablename FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
        AND tablename NOT IN (${FILLED.map((name) => `'${name}'`).join(', ')})
    LOOP EXECUTE format('DELETE FROM %I.%I', one.schemaname, one.tablename); END LOOP;
    FOR one IN SELECT schemaname, sequencename FROM pg_sequences
    LOOP EXECUTE format('ALTER SEQUENCE %I.%I RESTART', one.schemaname, one.sequencename); END LOOP;
  END $$`;

/** `url` pointing at another database of the same server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** Copies the template into a database of this name. */
export async function copyDatabase(
  { superuserUrl, ownerUrl, template }: TestServer,
  name: string,
): Promise<void> {
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await asSuperuser(
    superuserUrl,
    `CREATE DATABASE ${name} OWNER "${owner}" TEMPLATE ${template} STRATEGY file_copy`,
  );
}

/**
 * Copies the migrated template into a database of its own, with the register of Morocco in it where that is asked for;
 * the caller drops it when its tests are over.
 */
export async function createTestDatabase(content: 'empty' | 'real' = 'empty'): Promise<TestDatabase> {
  server ??= askBroker<TestServer>('/');
  const facts = await server;
  const { superuserUrl, ownerUrl, appUrl } = facts;
  const template = content === 'real' ? await askBroker<string>(WITH_CONTENT) : facts.template;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await copyDatabase({ ...facts, template }, name);
  return {
    name,
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    asSuperuser: (statement) => asSuperuser(withDatabase(superuserUrl, name), statement),
    empty: () => asSuperuser(withDatabase(superuserUrl, name), EMPTY),
    drop: () => asSuperuser(superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
