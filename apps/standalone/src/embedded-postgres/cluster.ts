import { spawn } from 'node:child_process';
import {
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../refusal';
import type { Binaries } from './binaries';
import type { Folders } from './folders';
import { syncFolder } from './secrets';
import { commandLine, SERVER_ENVIRONMENT, type ServerAccount } from './server-account';

export const SUPERUSER = 'postgres';

export function clusterExists(folders: Folders): boolean {
  return existsSync(join(folders.cluster, 'PG_VERSION'));
}

/**
 * Makes the cluster beside its place and moves it there in one step: what stands at `postgres/data` is always
 * whole. The collation is PostgreSQL's own C.UTF-8, so that nothing depends on the machine's locales.
 */
export async function createCluster(
  binaries: Binaries,
  folders: Folders,
  account: ServerAccount,
  password: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(folders.cluster) && readdirSync(folders.cluster).length > 0) {
    throw new StartRefused(
      `${folders.cluster} holds files that are no PostgreSQL data folder: move them away, or choose another DATA_DIR.`,
    );
  }
  removeHalfMade(folders);
  const workshop = mkdtempSync(join(folders.server, 'init-'));
  const passwordFile = join(workshop, 'password');
  const made = join(workshop, 'data');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  mkdirSync(made, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const path of [workshop, passwordFile, made]) lchownSync(path, account.uid, account.gid);
  }
  const [command, args] = commandLine(account, binaries.initdb, [
    `--pgdata=${made}`,
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
  ]);
  await runToEnd(command, args, account, folders.server);
  renameSync(made, folders.cluster);
  syncFolder(folders.server);
  rmSync(workshop, { recursive: true, force: true });
}

/** What a first start left that was interrupted; its initdb may outlive it for seconds, and write into the folder. */
function removeHalfMade(folders: Folders): void {
  const patiently = { recursive: true, force: true, maxRetries: 15, retryDelay: 100 };
  for (const name of readdirSync(folders.server)) {
    if (name.startsWith('init-')) rmSync(join(folders.server, name), patiently);
  }
}

function runToEnd(command: string, args: string[], account: ServerAccount, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, {
      uid: account.uid,
      gid: account.gid,
      cwd,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-4000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new StartRefused(`The embedded PostgreSQL could not make its data folder:\n${said.trim()}`));
    });
  });
}
