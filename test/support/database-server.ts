import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres';
import { migrate } from '../../libs/platform/src/database/migrate';
import { withDatabase } from './database';
import { ASK_FOR_CONTENT } from './database-broker';
import { FIRST_ACCOUNT } from './first-account';

/** What a test process may be told by the server's process: all about the server, or a second template. */
export type Told =
  { readonly server: TestServer } | { readonly withContent: string } | { readonly failed: string };

/** Where the test databases are made, and the migrated template they are copied from. */
export interface TestServer {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  template: string;
}

interface RunningServer {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

const quiet = (): void => undefined;

async function startThrowAwayServer(): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mithaq-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: quiet, options: { fsync: false } });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The server of `TEST_DATABASE_SUPERUSER_URL`, given the roles that a production server has. */
async function useGivenServer(superuserUrl: string): Promise<RunningServer> {
  const roleUrl = (role: string): string => {
    const url = new URL(superuserUrl);
    url.username = role;
    url.password = role;
    return url.toString();
  };
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  for (const role of ['mithaq_owner', 'mithaq_app']) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  }
  const { rowCount } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'mithaq_investor'`);
  if (rowCount === 0) await client.query('CREATE ROLE mithaq_investor NOLOGIN');
  await client.query('GRANT mithaq_investor TO mithaq_app');
  await client.end();
  return {
    superuserUrl,
    ownerUrl: roleUrl('mithaq_owner'),
    appUrl: roleUrl('mithaq_app'),
    stop: () => Promise.resolve(),
  };
}

async function createTemplate(server: RunningServer, name: string, copied: string): Promise<void> {
  const { superuserUrl, ownerUrl } = server;
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} OWNER "${owner}" TEMPLATE ${copied} ENCODING 'UTF8'`);
  // Newer servers can leave the copying of files to the system, which takes a third of the time on a disk.
  const { rowCount } = await client.query(
    `SELECT FROM pg_settings WHERE name = 'file_copy_method' AND 'clone' = ANY (enumvals)`,
  );
  if (rowCount === 1) await client.query('ALTER ROLE CURRENT_USER SET file_copy_method = clone');
  await client.end();
}

async function makeTemplate(server: RunningServer): Promise<TestServer> {
  const { superuserUrl, ownerUrl, appUrl } = server;
  const template = `template_${process.pid}`;
  await createTemplate(server, template, 'template0');
  await migrate({
    ownerUrl: withDatabase(ownerUrl, template),
    appUrl: withDatabase(appUrl, template),
    log: quiet,
  });
  return { superuserUrl, ownerUrl, appUrl, template };
}

/** The register of Morocco as a new installation has it: loading it takes longer than most of what is asked of it. */
async function makeTemplateWithContent(server: TestServer): Promise<string> {
  const name = `${server.template}_with_content`;
  await createTemplate({ ...server, stop: () => Promise.resolve() }, name, server.template);
  // Only now: the whole application takes seconds to load, and most runs ask for no content.
  const { loadSettings } = await import('../../libs/platform/src/config/settings');
  const { loadFirstContent } = await import('../../apps/standalone/src/first-content/load-first-content');
  const dataDir = await mkdtemp(join(tmpdir(), 'mithaq-content-'));
  try {
    const settings = loadSettings({
      NODE_ENV: 'test',
      DATABASE_URL: withDatabase(server.appUrl, name),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ADMIN_EMAIL: FIRST_ACCOUNT.email,
      ADMIN_PASSWORD: FIRST_ACCOUNT.password,
      ADMIN_LANGUAGE: FIRST_ACCOUNT.language,
    });
    await loadFirstContent(settings, quiet);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  return name;
}

/** Runs until the process that asked for the server goes away, in whatever manner. */
async function main(): Promise<void> {
  const abandoned = once(process, 'disconnect');
  process.on('SIGINT', quiet);
  process.on('SIGTERM', () => process.disconnect());

  const given = process.env.TEST_DATABASE_SUPERUSER_URL;
  const server = given ? await useGivenServer(given) : await startThrowAwayServer();
  try {
    // Whoever asked may be gone by now; that ends this process in order, not with an error.
    const tell = (told: Told) => process.send?.(told, undefined, undefined, quiet);
    const made = await makeTemplate(server);
    process.on('message', (asked) => {
      if (asked !== ASK_FOR_CONTENT) return;
      makeTemplateWithContent(made).then(
        (withContent) => tell({ withContent }),
        (error: unknown) => tell({ failed: String(error) }),
      );
    });
    tell({ server: made });
    await abandoned;
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
