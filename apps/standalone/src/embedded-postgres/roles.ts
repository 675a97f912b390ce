import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeLiteral } from 'pg';
import { INVESTOR_ROLE } from '@app/platform';
import { SUPERUSER } from './cluster';
import type { DatabasePasswords } from './secrets';

export const DATABASE = 'mithaq';
export const OWNER = 'mithaq_owner';
export const APP = 'mithaq_app';
/** What the application becomes for an investor's request; nobody signs in with it. */
export const INVESTOR = INVESTOR_ROLE;

/** A server that lost one of its processes restarts all of them: it answers like this for a moment. */
const PASSING = new Set(['ECONNRESET', 'ECONNREFUSED', '57P01', '57P02', '57P03']);
const RECOVERY_PATIENCE = 60_000;

export function connectionString(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * The two roles and the database, whatever an earlier start that was interrupted left of them: the owner makes
 * tables and trusted extensions, the application's role may only connect and use what it is granted.
 * False when the server went away instead: right after a kill its last signs of life are still there.
 */
export async function ensureRoles(
  port: number,
  passwords: DatabasePasswords,
  isStillThere: () => boolean,
): Promise<boolean> {
  const until = performance.now() + RECOVERY_PATIENCE;
  for (;;) {
    try {
      await makeRoles(port, passwords);
      return true;
    } catch (error) {
      if (!isPassing(error as Error & { code?: string }) || performance.now() > until) throw error;
      if (!isStillThere()) return false;
    }
    await sleep(100);
  }
}

function isPassing({ code, message }: Error & { code?: string }): boolean {
  return PASSING.has(code ?? '') || /Connection terminated|timeout expired/.test(message);
}

async function makeRoles(port: number, passwords: DatabasePasswords): Promise<void> {
  await withClient(connectionString(SUPERUSER, passwords.superuser, port, 'postgres'), async (client) => {
    await ensureRole(client, OWNER, passwords.owner);
    await ensureRole(client, APP, passwords.app);
    await ensureInvestorRole(client);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP}`);
  });
  await withClient(connectionString(SUPERUSER, passwords.superuser, port, DATABASE), async (client) => {
    await client.query(`ALTER SCHEMA public OWNER TO ${OWNER}`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${APP}`);
  });
}

async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(password)}`,
  );
}

async function ensureInvestorRole(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [INVESTOR]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${INVESTOR} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
  await client.query(`GRANT ${INVESTOR} TO ${APP}`);
}

async function withClient(connection: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: connection, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
