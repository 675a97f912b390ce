import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pidIsAlive } from '../process-lock';
import type { Folders } from './folders';

/** What a running server writes into postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The server that runs on this cluster, whatever its state; undefined when there is none. */
export function findPostmaster(folders: Folders): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(folders.postmasterFile, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 1 || !servesCluster(pid, folders)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

/** After a reboot or in a container the recorded pid may be anybody's: the server is the one at home in the cluster. */
function servesCluster(pid: number, folders: Folders): boolean {
  if (!pidIsAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return homeOf(pid) === realpathSync(folders.cluster);
}

function homeOf(pid: number | string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The file alone is not enough: a killed server leaves it behind saying "ready". */
export async function isReady(postmaster: Postmaster): Promise<boolean> {
  return postmaster.status === 'ready' && (await accepts(postmaster.port));
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const answer = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

/** Server processes whose postmaster was killed: they keep its memory in use and block the next start. */
function orphansOf(folders: Folders): number[] {
  if (process.platform !== 'linux') return [];
  const cluster = realpathSync(folders.cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && homeOf(name) === cluster && titleOf(name).startsWith('postgres:'))
    .map(Number);
}

function titleOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Clears what a killed server left: its processes end as on an immediate shutdown, then its pid file goes.
 * Only for a caller who has the start lock and found no postmaster.
 */
export async function clearRemains(folders: Folders): Promise<void> {
  const until = performance.now() + 5000;
  let signal: NodeJS.Signals = 'SIGQUIT';
  for (let left = orphansOf(folders); left.length > 0; left = orphansOf(folders)) {
    if (performance.now() > until) signal = 'SIGKILL';
    for (const pid of left) send(pid, signal);
    await sleep(50);
  }
  rmSync(folders.postmasterFile, { force: true });
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** First the orderly way, then the two that need a recovery at the next start. */
const STOP_ORDERS: readonly { signal: NodeJS.Signals; milliseconds: number }[] = [
  { signal: 'SIGINT', milliseconds: 30_000 },
  { signal: 'SIGQUIT', milliseconds: 10_000 },
  { signal: 'SIGKILL', milliseconds: 5_000 },
];

/** Ends the server (fast shutdown) and returns when it is gone; harmless when it already is. */
export async function stopPostmaster(folders: Folders, hurry: boolean): Promise<void> {
  const running = findPostmaster(folders);
  if (running === undefined) return;
  for (const { signal, milliseconds } of STOP_ORDERS.slice(hurry ? 1 : 0)) {
    send(running.pid, signal);
    if (await isGone(running.pid, folders, milliseconds)) return;
  }
}

async function isGone(pid: number, folders: Folders, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    if (findPostmaster(folders)?.pid !== pid && !pidIsAlive(pid)) return true;
    await sleep(20);
  }
  return false;
}
