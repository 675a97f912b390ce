import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, lockHolder, LockHeld, takeLock, type Lock } from './process-lock';
import { StartRefused } from './refusal';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read and write it',
  EPERM: 'this user may not read and write it',
  EROFS: 'it is on a read-only file system',
  ENOTDIR: 'it, or a part of its path, is a file and not a folder',
  EEXIST: 'it is a file and not a folder',
  ENOENT: 'its file system takes no folders there',
  ENOSPC: 'the disk is full',
};

function launcherLock(dataDir: string): string {
  return join(dataDir, 'launcher.lock');
}

/** Takes the data directory for this process alone, making it first if need be. */
export function takeDataDirectory(dataDir: string): Lock {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return takeLock(launcherLock(dataDir));
  } catch (error) {
    if (error instanceof LockHeld) throw inUse(dataDir, error.holder.pid);
    const { code } = error as NodeJS.ErrnoException;
    const reason = REASONS[code ?? ''];
    if (reason === undefined) throw error;
    throw new StartRefused(`The data directory ${dataDir} cannot be used: ${reason}.`);
  }
}

/**
 * Makes the folder and those above it one by one: asked for all at once, Node tries for ever where a file system
 * takes no folders (`/proc`).
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  }
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another start may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Who has a data directory: a living process, one that died without letting go, or nobody. */
export function stateOf(dataDir: string): { usedBy?: number; leftBehind: boolean } {
  try {
    const holder = lockHolder(launcherLock(dataDir));
    if (holder === undefined) return { leftBehind: false };
    return isAlive(holder) ? { usedBy: holder.pid, leftBehind: false } : { leftBehind: true };
  } catch {
    // An unreadable folder is refused with its reason when it is taken.
    return { leftBehind: false };
  }
}

/** A predecessor that is about to stop is waited for. */
const PATIENCE = 2500;

export async function refuseIfInUse(dataDir: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (let { usedBy } = stateOf(dataDir); usedBy !== undefined; { usedBy } = stateOf(dataDir)) {
    if (performance.now() > until) throw inUse(dataDir, usedBy);
    await sleep(100);
  }
}

function inUse(dataDir: string, pid: number): StartRefused {
  return new StartRefused(
    `The data directory ${dataDir} is in use by process ${pid}: stop that one first, or choose another DATA_DIR.`,
  );
}
