import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefused } from '../refusal';
import type { Binaries } from './binaries';
import type { Folders } from './folders';

/** How to run a PostgreSQL program so that it does not see itself as root, which it refuses to be. */
export interface ServerAccount {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  /** The command and arguments that stand before the program. */
  readonly prefix: readonly string[];
}

const MAPPED = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/** A closed environment: PGDATA, PGOPTIONS or LC_ALL of the caller's shell must not reach the server. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

export function commandLine(
  account: ServerAccount,
  program: string,
  args: readonly string[],
): [string, string[]] {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  return [command, rest];
}

/**
 * Root keeps its files and runs the server in a user namespace of its own. Where that is forbidden, and where
 * the cluster already belongs to somebody else, the server runs as an ordinary user who owns its folder.
 */
export function chooseAccount(binaries: Binaries, folders: Folders): ServerAccount {
  if (process.getuid?.() !== 0) return { uid: undefined, gid: undefined, prefix: [] };
  for (const account of candidates(folders)) {
    handOver(folders, account);
    if (canServe(account, binaries, folders)) return account;
  }
  throw new StartRefused(
    `As root, the embedded PostgreSQL found no ordinary user who can reach ${folders.server}: ` +
      'start it as such a user, choose another DATA_DIR, or set DATABASE_URL.',
  );
}

function candidates(folders: Folders): ServerAccount[] {
  const mapped: ServerAccount = { uid: undefined, gid: undefined, prefix: MAPPED };
  const owners = [folders.cluster, folders.dataDir, dirname(folders.dataDir)]
    .filter(existsSync)
    .map((path) => {
      const { uid, gid } = statSync(path);
      return { path, uid, gid };
    });
  const as = (user: { uid: number; gid: number }): ServerAccount => ({
    uid: user.uid,
    gid: user.gid,
    prefix: [],
  });
  const present = owners.filter(({ path, uid }) => path === folders.cluster && uid !== 0).map(as);
  const neighbours = owners.filter(({ uid }) => uid !== 0).map(as);
  return [...present, mapped, ...neighbours, ...systemUsers(['postgres', 'nobody']).map(as)];
}

function systemUsers(names: readonly string[]): { uid: number; gid: number }[] {
  let lines: string[];
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    return uid === undefined || gid === undefined ? [] : [{ uid: Number(uid), gid: Number(gid) }];
  });
}

function handOver(folders: Folders, account: ServerAccount): void {
  const uid = account.uid ?? 0;
  const gid = account.gid ?? 0;
  if (
    lstatSync(folders.server).uid !== uid ||
    (existsSync(folders.cluster) && lstatSync(folders.cluster).uid !== uid)
  ) {
    giveTo(folders.server, uid, gid);
  }
  // The passwords beside it keep their own mode 0600; passing through is all the server's user may do.
  if (uid !== 0 && statSync(folders.dataDir).uid !== uid) {
    chmodSync(folders.dataDir, statSync(folders.dataDir).mode | 0o111);
  }
}

function giveTo(path: string, uid: number, gid: number): void {
  lchownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), uid, gid);
}

function canServe(account: ServerAccount, binaries: Binaries, folders: Folders): boolean {
  const script = 'test -w "$1" && test -x "$1" && exec "$2" --version';
  const [command, args] = commandLine(account, 'sh', ['-c', script, 'sh', folders.server, binaries.postgres]);
  const { status } = spawnSync(command, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: 'ignore',
  });
  return status === 0;
}
