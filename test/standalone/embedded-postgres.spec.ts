import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import {
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  type EmbeddedServer,
} from '../../apps/standalone/src/embedded-postgres';
import { DataDirectory, eventually, kill, RealProcess } from './real-process';

const log = (): void => undefined;

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

// Real servers and real starts: seconds on an idle machine, more beside the rest of the tests.
jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let directory: DataDirectory;
  const start = (): Promise<EmbeddedServer> => startEmbeddedPostgres({ dataDir: directory.path, log });

  beforeEach(() => {
    directory = new DataDirectory();
  });
  afterEach(() => directory.remove());

  it('starts, stops, and keeps data and passwords for the next start', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await first.stop();
    expect(await findEmbeddedPostgres(directory.path)).toBeUndefined();
    expect(directory.serverProcesses()).toEqual([]);

    const second = await start();
    expect(new URL(second.ownerUrl).password).toBe(new URL(first.ownerUrl).password);
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect((await findEmbeddedPostgres(directory.path))?.ownerUrl).toBe(second.ownerUrl);
    await second.stop();
  });

  it('gives the owner trusted extensions and the application no DDL, in UTC', async () => {
    const server = await start();
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist']) {
      await query(server.ownerUrl, `CREATE EXTENSION ${extension}`);
    }
    expect(await query(server.ownerUrl, 'SHOW is_superuser')).toEqual([{ is_superuser: 'off' }]);
    for (const ddl of ['CREATE TABLE t (a int)', 'CREATE TEMP TABLE t (a int)', 'CREATE SCHEMA s']) {
      await expect(query(server.appUrl, ddl)).rejects.toThrow(/permission denied/);
    }
    expect(await query(server.appUrl, 'SHOW timezone')).toEqual([{ TimeZone: 'UTC' }]);
    expect(await query(server.appUrl, 'SHOW max_connections')).toEqual([{ max_connections: '200' }]);
    expect(await query(server.appUrl, "SELECT upper('élève') AS name")).toEqual([{ name: 'ÉLÈVE' }]);
    await server.stop();
  });

  it('keeps its files and passwords to itself', async () => {
    const server = await start();
    const modes = ['secrets.json', 'postgres', 'postgres/data', 'postgres/server.log'].map(
      (name) => statSync(join(directory.path, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o700, 0o700, 0o600]);
    await expect(query(server.ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      /password/,
    );
    await server.stop();
  });

  it('is one server for several starters at once', async () => {
    const starters = [1, 2, 3, 4].map(() => RealProcess.ofProgram('start-database.ts', [directory.path]));
    expect(await Promise.all(starters.map((starter) => starter.end()))).toEqual([0, 0, 0, 0]);
    expect(new Set(starters.map((starter) => starter.stdout)).size).toBe(1);
    expect(readdirSync(join(directory.path, 'postgres')).sort()).toEqual(['data', 'server.log']);
    expect(await stopEmbeddedPostgres(directory.path)).toBe(true);
    expect(await stopEmbeddedPostgres(directory.path)).toBe(false);
  });

  it('is joined when it survived its launcher', async () => {
    const launcher = RealProcess.ofProgram('start-database.ts', [directory.path]);
    await launcher.end();
    const survivor = directory.postmaster();
    const joined = await start();
    expect(directory.postmaster()).toBe(survivor);
    await joined.stop();
    expect(directory.serverProcesses()).toEqual([]);
  });

  it('loses no acknowledged commit when its postmaster is killed', async () => {
    const server = await start();
    await query(server.ownerUrl, 'CREATE TABLE written (number int PRIMARY KEY)');
    const client = new Client({ connectionString: server.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    let acknowledged = 0;
    const writing = (async () => {
      for (;;) {
        await client.query('INSERT INTO written VALUES ($1)', [acknowledged + 1]);
        acknowledged += 1;
      }
    })().catch(() => undefined);
    await eventually(() => acknowledged >= 20);
    kill(directory.postmaster());
    const again = await start();
    await writing;
    const [row] = await query(
      again.ownerUrl,
      'SELECT count(*)::int AS kept, max(number) AS last FROM written',
    );
    expect(row?.['kept']).toBe(row?.['last']);
    expect(row?.['kept']).toBeGreaterThanOrEqual(acknowledged);
    await again.stop();
  });

  it('starts although a server process outlived its killed postmaster', async () => {
    const server = await start();
    const client = new Client({ connectionString: server.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    // A process that computes does not notice that its postmaster is gone.
    const computing = client
      .query('SELECT count(*) FROM generate_series(1, 100000000000)')
      .catch(() => undefined);
    await sleep(200);
    kill(directory.postmaster());
    const again = await start();
    expect(await query(again.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await computing;
    await again.stop();
  });

  it('goes on by itself when one of its processes is killed', async () => {
    const server = await start();
    const [row] = await query(
      server.superuserUrl,
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'",
    );
    kill(Number(row?.['pid']));
    const joined = await start();
    expect(joined.port).toBe(server.port);
    await joined.stop();
  });

  it('is not fooled by a pid file that names another living process, nor by half-made folders', async () => {
    await (await start()).stop();
    const file = join(directory.path, 'postgres/data/postmaster.pid');
    const started = '1700000000';
    writeFileSync(
      file,
      `${process.pid}\n${directory.path}/postgres/data\n${started}\n1\n\n127.0.0.1\n1 1\nready\n`,
    );
    mkdirSync(join(directory.path, 'postgres/init-crash/data'), { recursive: true });
    expect(await findEmbeddedPostgres(directory.path)).toBeUndefined();
    const server = await start();
    expect(await query(server.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('makes its folder again when the first start was interrupted', async () => {
    const interrupted = RealProcess.ofProgram('start-database.ts', [directory.path]);
    await eventually(() => {
      try {
        return readdirSync(join(directory.path, 'postgres')).some((name) => name.startsWith('init-'));
      } catch {
        return false;
      }
    });
    interrupted.child.kill('SIGKILL');
    await interrupted.end();
    const server = await start();
    expect(await query(server.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(readdirSync(join(directory.path, 'postgres')).sort()).toEqual(['data', 'server.log']);
  });

  it('refuses folders it cannot serve with one sentence', async () => {
    await (await start()).stop();
    const secrets = readFileSync(join(directory.path, 'secrets.json'), 'utf8');
    rmSync(join(directory.path, 'secrets.json'));
    await expect(start()).rejects.toThrow(/passwords are gone: restore .*secrets\.json from a copy\.$/);
    writeFileSync(join(directory.path, 'secrets.json'), '{ torn');
    await expect(start()).rejects.toThrow(/secrets\.json is not valid JSON/);
    writeFileSync(join(directory.path, 'secrets.json'), secrets);
    rmSync(join(directory.path, 'postgres/data/PG_VERSION'));
    await expect(start()).rejects.toThrow(/holds files that are no PostgreSQL data folder/);
  });
});
