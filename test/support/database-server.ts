import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres';
import { migrate } from '../../libs/platform/src/database/migrate';
import { withDatabase } from './database';

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

async function makeTemplate(server: RunningServer): Promise<TestServer> {
  const { superuserUrl, ownerUrl, appUrl } = server;
  const template = `template_${process.pid}`;
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${template} OWNER "${owner}" TEMPLATE template0 ENCODING 'UTF8'`);
  // Newer servers can leave the copying of files to the system, which takes a third of the time on a disk.
  const { rowCount } = await client.query(
    `SELECT FROM pg_settings WHERE name = 'file_copy_method' AND 'clone' = ANY (enumvals)`,
  );
  if (rowCount === 1) await client.query('ALTER ROLE CURRENT_USER SET file_copy_method = clone');
  await client.end();
  await migrate({
    ownerUrl: withDatabase(ownerUrl, template),
    appUrl: withDatabase(appUrl, template),
    log: quiet,
  });
  return { superuserUrl, ownerUrl, appUrl, template };
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
    process.send?.(await makeTemplate(server), undefined, undefined, quiet);
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
