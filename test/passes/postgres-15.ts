import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { foldersOf } from '../../apps/standalone/src/embedded-postgres/folders';
import {
  chooseAccount,
  commandLine,
  SERVER_ENVIRONMENT,
} from '../../apps/standalone/src/embedded-postgres/server-account';
import { freePort, stopAtTheEnd } from './processes.cjs';
import { quickFolder } from './quick-folder.cjs';

const BINARIES = '/usr/lib/postgresql/15/bin';

export interface Postgres15 {
  superuserUrl: string;
  stop(): Promise<void>;
}

/** Whether the oldest supported server is on this machine. */
export function hasPostgres15(): boolean {
  return ['initdb', 'postgres'].every((program) => existsSync(join(BINARIES, program)));
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A throw-away cluster of the distribution's PostgreSQL 15, as a user who is not root. */
export async function startPostgres15(): Promise<Postgres15> {
  const binaries = { initdb: join(BINARIES, 'initdb'), postgres: join(BINARIES, 'postgres') };
  const dataDir = mkdtempSync(join(quickFolder(), 'mithaq-postgres-15-'));
  const folders = foldersOf(dataDir);
  mkdirSync(folders.server, { mode: 0o700 });
  const account = chooseAccount(binaries, folders);
  const process = { uid: account.uid, gid: account.gid, cwd: folders.server, env: SERVER_ENVIRONMENT };

  const [initdb, initdbArguments] = commandLine(account, binaries.initdb, [
    ...[
      '-D',
      folders.cluster,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
  ]);
  const made = spawnSync(initdb, initdbArguments, { ...process, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);

  const port = await freePort();
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const [postgres, postgresArguments] = commandLine(account, binaries.postgres, [
    ...['-D', folders.cluster, '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const server = spawn(postgres, postgresArguments, {
    ...process,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-4000)));
  const ended = new Promise((done) => server.once('exit', done).once('error', done));
  const stop = stopAtTheEnd(async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  const superuserUrl = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await accepts(superuserUrl)) return { superuserUrl, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`PostgreSQL 15 does not answer:\n${said}`);
}
