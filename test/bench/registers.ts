import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres';
import { migrate } from '../../libs/platform/src/database/migrate';
import { withDatabase } from '../support/database';
import { GeneratedRegister, generateRegister } from '../support/generated-register';

/** A generated register in a database of its own, with a session that a request may use. */
export interface Register {
  readonly agreements: number;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** Value of the cookie header of a signed-in account. */
  readonly cookie: string;
  /** A folder for what the processes write. */
  readonly dataDir: string;
}

/** A throw-away server that keeps what it commits (fsync on), as in production. */
export interface BenchServer {
  readonly version: string;
  makeRegister(name: string, size: GeneratedRegister): Promise<Register>;
  stop(): Promise<void>;
}

const quiet = (): void => undefined;
const SESSION_COOKIE = 'mithaq_session';

export async function startServer(): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mithaq-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, log: quiet });
  const { version } = await asked<{ version: string }>(
    server.superuserUrl,
    `SELECT 'PostgreSQL ' || current_setting('server_version') AS version`,
  );
  return {
    version,
    makeRegister: (name, size) => makeRegister(server, folder, name, size),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface ServerUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly superuserUrl: string;
}

async function makeRegister(
  server: ServerUrls,
  folder: string,
  name: string,
  size: GeneratedRegister,
): Promise<Register> {
  const owner = decodeURIComponent(new URL(server.ownerUrl).username);
  await withClient(server.superuserUrl, (client) =>
    client.query(`CREATE DATABASE ${name} OWNER "${owner}" TEMPLATE template0 ENCODING 'UTF8'`),
  );
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const appUrl = withDatabase(server.appUrl, name);
  await migrate({ ownerUrl, appUrl, log: quiet });
  const token = randomBytes(32).toString('base64url');
  await withClient(ownerUrl, async (client) => {
    await generateRegister(client, size);
    await signIn(client, token);
    // What autovacuum does in the course of a day: the visibility map and the statistics of a settled table.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT').catch(quiet);
  });
  return {
    agreements: size.agreements,
    appUrl,
    ownerUrl,
    superuserUrl: withDatabase(server.superuserUrl, name),
    cookie: `${SESSION_COOKIE}=${token}`,
    dataDir: await mkdtemp(join(folder, `${name}-`)),
  };
}

/** An account that holds the position of the register's owner, and a session of it. */
async function signIn(client: Client, token: string): Promise<void> {
  await client.query(
    `WITH account AS (
       INSERT INTO account (id, email, name, language, password_hash)
       VALUES (gen_random_uuid(), 'bench@mithaq.example', 'Bench', 'fr', '$argon2id$none') RETURNING id
     ), role AS (
       INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
       SELECT gen_random_uuid(), id, 'staff', 'officer', 'country', now() FROM account
     ), held AS (
       UPDATE "position" SET holder_account_id = account.id FROM account WHERE key = 'register-owner'
     )
     INSERT INTO session (id, account_id, token_sha256, created_at, expires_at, last_seen_at)
     SELECT gen_random_uuid(), id, $1, now() - interval '1 hour', now() + interval '1 day', now() FROM account`,
    [createHash('sha256').update(token).digest()],
  );
}

/** Runs work on one connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The only row of a question. */
export async function asked<Row>(url: string, sql: string): Promise<Row> {
  return withClient(url, async (client) => (await client.query(sql)).rows[0] as Row);
}
