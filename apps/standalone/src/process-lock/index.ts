import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { currentHolder, isAlive, parseHolder, type Holder } from './holder';

export { isAlive, pidIsAlive, processState, type Holder } from './holder';

/** Somebody alive has the lock. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
  constructor(
    readonly path: string,
    readonly holder: Holder,
  ) {
    super(`${path} is held by process ${holder.pid}`);
  }
}

export interface Lock {
  release(): void;
}

/** The text of a lock file whose content is not a holder: nothing of ours wrote it, so nobody has it. */
const NOBODY = 'nobody';

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** A hard link to a finished file creates the lock together with its content, or fails. */
function createLinked(path: string, own: string): boolean {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, own, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkQuietly(draft);
  }
}

function replaceBy(path: string, own: string): void {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, own, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

function guardOf(path: string, held: string): string {
  const holder = parseHolder(held);
  return holder === undefined ? `${path}.${NOBODY}` : `${path}.after-${holder.pid}-${holder.startedAt ?? 0}`;
}

/**
 * Takes the file, or throws LockHeld. A dead holder's lock is replaced only by the process that has the guard
 * named after that holder, checked again once the guard is held: of several takers exactly one wins. A guard
 * is itself such a lock, so a taker that dies half-way is taken over in the same way.
 */
function acquire(path: string, own: string): void {
  for (;;) {
    if (createLinked(path, own)) return;
    const held = read(path);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (holder !== undefined && isAlive(holder)) throw new LockHeld(path, holder);
    const guard = guardOf(path, held);
    acquire(guard, own);
    try {
      if (read(path) !== held) continue;
      replaceBy(path, own);
      return;
    } finally {
      releaseOwn(guard, own);
    }
  }
}

function releaseOwn(path: string, own: string): void {
  if (read(path) === own) unlinkQuietly(path);
}

/** Drafts and guards of processes that died between two steps; their lock is ours now, so nobody needs them. */
function sweepLeftovers(path: string): void {
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const file = join(dirname(path), name);
    const holder = parseHolder(read(file) ?? '');
    if (holder !== undefined && !isAlive(holder)) unlinkQuietly(file);
  }
}

export function takeLock(path: string): Lock {
  const own = JSON.stringify({ ...currentHolder(), token: randomBytes(8).toString('hex') });
  acquire(path, own);
  sweepLeftovers(path);
  return { release: () => releaseOwn(path, own) };
}

/** Waits while a living process has the lock, at most for the given time; then LockHeld. */
export async function waitForLock(path: string, milliseconds: number): Promise<Lock> {
  const until = performance.now() + milliseconds;
  for (;;) {
    try {
      return takeLock(path);
    } catch (error) {
      if (!(error instanceof LockHeld) || performance.now() > until) throw error;
    }
    await sleep(50);
  }
}

/** Who wrote a lock, alive or dead; undefined when there is none. */
export function lockHolder(path: string): Holder | undefined {
  return parseHolder(read(path) ?? '');
}
