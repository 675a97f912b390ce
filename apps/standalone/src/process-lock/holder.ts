import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one that received the same pid. */
export interface Holder {
  readonly pid: number;
  /** Field 22 of /proc/<pid>/stat, in ticks since boot; null where there is no /proc. */
  readonly startedAt: string | null;
  /** Ticks restart with the machine, so they identify a process only within one boot. */
  readonly boot: string | null;
}

interface ProcessState {
  readonly state: string;
  readonly startedAt: string;
}

/** What the kernel says of a process: undefined when it is gone or when there is no /proc. */
export function processState(pid: number): ProcessState | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

export function currentHolder(): Holder {
  return {
    pid: process.pid,
    startedAt: processState(process.pid)?.startedAt ?? null,
    boot: bootId(),
  };
}

/** True while the pid exists and is not a zombie, whoever owns it. */
export function pidIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const state = processState(pid)?.state;
  return state !== 'Z' && state !== 'X';
}

export function isAlive(holder: Holder): boolean {
  if (!pidIsAlive(holder.pid)) return false;
  if (holder.startedAt === null) return true;
  if (holder.boot !== null && holder.boot !== bootId()) return false;
  const now = processState(holder.pid);
  return now === undefined || now.startedAt === holder.startedAt;
}

export function parseHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    if (value === null || typeof value.pid !== 'number' || !Number.isInteger(value.pid) || value.pid < 1) {
      return undefined;
    }
    return { pid: value.pid, startedAt: value.startedAt ?? null, boot: value.boot ?? null };
  } catch {
    return undefined;
  }
}
