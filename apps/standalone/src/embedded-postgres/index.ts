import { spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitForLock } from '../process-lock';
import { StartRefused } from '../refusal';
import { locateBinaries, type Binaries } from './binaries';
import { clusterExists, createCluster, SUPERUSER } from './cluster';
import { foldersOf, type Folders } from './folders';
import { clearRemains, findPostmaster, isReady, stopPostmaster, type Postmaster } from './postmaster';
import { APP, connectionString, DATABASE, ensureRoles, OWNER } from './roles';
import { createPasswords, readPasswords, type DatabasePasswords } from './secrets';
import { chooseAccount, commandLine, SERVER_ENVIRONMENT, type ServerAccount } from './server-account';
import { capLog, logSince, logSize, openLog } from './server-log';

/** A running server and its three ways in; whoever has this may stop it. */
export interface EmbeddedServer {
  readonly port: number;
  /** Makes and changes tables: migrations only. */
  readonly ownerUrl: string;
  /** The application's role, without DDL. */
  readonly appUrl: string;
  readonly superuserUrl: string;
  isRunning(): boolean;
  /** Orderly; in a hurry without a last checkpoint, which the next start makes up for. */
  stop(how?: { hurry: boolean }): Promise<void>;
}

export interface EmbeddedPostgresRequest {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** `fsync: false` is for data that may be lost: throw-away databases of tests. */
  readonly options?: { readonly fsync?: boolean };
}

const START_LOCK_WAIT = 120_000;
const LOG_INSPECTION = 10 * 60_000;
const PATIENCE = 10 * 60_000;
const BRING_UP_ATTEMPTS = 5;

/**
 * Starts the server of a data directory, making it first if need be, or joins the one that survived its
 * launcher. Several callers at once are served one after the other and get the same server.
 */
export async function startEmbeddedPostgres(request: EmbeddedPostgresRequest): Promise<EmbeddedServer> {
  const folders = foldersOf(request.dataDir);
  mkdirSync(folders.server, { recursive: true, mode: 0o700 });
  const lock = await waitForLock(folders.startLock, START_LOCK_WAIT);
  try {
    for (let attempt = 1; attempt <= BRING_UP_ATTEMPTS; attempt += 1) {
      const { running, passwords } = await bringUp(request, folders);
      const isStillThere = (): boolean => findPostmaster(folders)?.pid === running.pid;
      if (!(await ensureRoles(running.port, passwords, isStillThere))) continue;
      setInterval(() => capLog(folders.log), LOG_INSPECTION).unref();
      return serverOf(running.port, passwords, folders);
    }
    throw new StartRefused(`The embedded PostgreSQL starts and dies again: see ${folders.log}.`);
  } finally {
    lock.release();
  }
}

async function bringUp(
  { dataDir, log, options }: EmbeddedPostgresRequest,
  folders: Folders,
): Promise<{ running: Postmaster; passwords: DatabasePasswords }> {
  const binaries = locateBinaries();
  const durable = options?.fsync ?? true;
  let passwords = readPasswords(dataDir);
  const survivor = await settled(folders, log);
  if (clusterExists(folders) && passwords === undefined) throw passwordsLost(folders);
  passwords ??= createPasswords(dataDir);
  if (survivor !== undefined) {
    log('joining the database server that was left running');
    return { running: survivor, passwords };
  }
  const account = chooseAccount(binaries, folders);
  if (!clusterExists(folders)) {
    log('making the database folder');
    await createCluster(binaries, folders, account, passwords.superuser, durable);
  }
  await clearRemains(folders);
  return { running: await launch(binaries, folders, account, durable, log), passwords };
}

/** The server that runs on this data directory and is ready, if there is one. */
export async function findEmbeddedPostgres(dataDir: string): Promise<EmbeddedServer | undefined> {
  const folders = foldersOf(dataDir);
  const running = findPostmaster(folders);
  const passwords = readPasswords(dataDir);
  if (running === undefined || passwords === undefined || !(await isReady(running))) return undefined;
  return serverOf(running.port, passwords, folders);
}

/** Stops whatever server runs on this data directory; false when there was none. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<boolean> {
  const folders = foldersOf(dataDir);
  if (findPostmaster(folders) === undefined) return false;
  await stopPostmaster(folders, false);
  return true;
}

function serverOf(port: number, passwords: DatabasePasswords, folders: Folders): EmbeddedServer {
  return {
    port,
    ownerUrl: connectionString(OWNER, passwords.owner, port, DATABASE),
    appUrl: connectionString(APP, passwords.app, port, DATABASE),
    superuserUrl: connectionString(SUPERUSER, passwords.superuser, port, 'postgres'),
    isRunning: () => findPostmaster(folders) !== undefined,
    stop: (how) => stopPostmaster(folders, how?.hurry ?? false),
  };
}

function passwordsLost(folders: Folders): StartRefused {
  return new StartRefused(
    `${folders.cluster} is a database whose passwords are gone: restore ${folders.dataDir}/secrets.json from a copy.`,
  );
}

/** The server once it made up its mind: ready, or undefined when none runs. A recovery may take minutes. */
async function settled(folders: Folders, log: (line: string) => void): Promise<Postmaster | undefined> {
  const begun = performance.now();
  let told = false;
  for (;;) {
    const running = findPostmaster(folders);
    if (running === undefined) return undefined;
    if (await isReady(running)) return running;
    const waited = performance.now() - begun;
    if (waited > PATIENCE) {
      throw new StartRefused(
        `The database server (process ${running.pid}) is neither ready nor gone after ${PATIENCE / 60_000} minutes: see ${folders.log}.`,
      );
    }
    if (!told && waited > 2000) {
      told = true;
      log('waiting for the database server (it recovers, or is about to stop)');
    }
    await sleep(50);
  }
}

const LAUNCH_ATTEMPTS = 5;

async function launch(
  binaries: Binaries,
  folders: Folders,
  account: ServerAccount,
  durable: boolean,
  log: (line: string) => void,
): Promise<Postmaster> {
  const before = logSize(folders.log);
  for (let attempt = 1; attempt <= LAUNCH_ATTEMPTS; attempt += 1) {
    const exited = spawnPostmaster(binaries, folders, account, await freePort(), durable);
    let gone = false;
    void exited.then(() => (gone = true));
    // Until it writes its pid file there is nothing to look at but the process itself.
    while (!gone && findPostmaster(folders) === undefined) await sleep(10);
    const running = await settled(folders, log);
    if (running !== undefined) return running;
    // A port taken in between, or the last breath of a killed predecessor: worth another look.
    await sleep(150);
    await clearRemains(folders);
  }
  throw new StartRefused(`The embedded PostgreSQL does not start:\n${logSince(folders.log, before)}`);
}

/**
 * A session of its own keeps the terminal's Ctrl-C away from the server: it must outlive the processes that
 * still write to it. TCP only, because the path of a unix socket is limited to about 107 bytes.
 */
function spawnPostmaster(
  binaries: Binaries,
  folders: Folders,
  account: ServerAccount,
  port: number,
  durable: boolean,
): Promise<void> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const [command, args] = commandLine(account, binaries.postgres, [
    '-D',
    folders.cluster,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openLog(folders.log);
  const child = spawn(command, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: folders.server,
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
