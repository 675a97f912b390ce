import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = resolve(__dirname, '../..');

/** A program under test in a process of its own, with what it said so far. */
export class RealProcess {
  stdout = '';
  stderr = '';
  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  /** Runs TypeScript of this folder without a build. */
  static ofProgram(name: string, args: string[], options: SpawnOptions = {}): RealProcess {
    const register = join(ROOT, 'test/swc-register.cjs');
    return RealProcess.of(['-r', register, join(__dirname, 'programs', name), ...args], options);
  }

  static of(args: string[], options: SpawnOptions = {}): RealProcess {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    return new RealProcess(child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The exit code, or the signal that ended it, once all its output has arrived. */
  async end(): Promise<number | string | null> {
    if (!this.hasEnded) await once(this.child, 'exit');
    await sleep(50);
    return this.child.exitCode ?? this.child.signalCode;
  }

  async says(text: string | RegExp, milliseconds = 40_000): Promise<void> {
    const said = (): boolean =>
      typeof text === 'string' ? this.stdout.includes(text) : this.stdout.search(text) >= 0;
    const found = await eventually(() => this.hasEnded || said(), milliseconds);
    if (said()) return;
    throw new Error(
      `${found ? 'ended' : 'ran'} without saying ${String(text)}:\n${this.stdout}\n${this.stderr}`,
    );
  }
}

export async function eventually(condition: () => boolean, milliseconds = 20_000): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** A data directory of one test; what still runs in it at the end is ended before it is removed. */
export class DataDirectory {
  readonly path = mkdtempSync(join(tmpdir(), 'mithaq-standalone-'));

  /** Server processes at home in this directory. */
  serverProcesses(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && homeOf(name).startsWith(`${this.path}/`))
      .map(Number);
  }

  postmaster(): number {
    return Number(readFileSync(join(this.path, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async remove(): Promise<void> {
    for (const pid of this.serverProcesses()) kill(pid);
    await eventually(() => this.serverProcesses().length === 0);
    rmSync(this.path, { recursive: true, force: true });
  }
}

function homeOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself in between.
  }
}

export { freePort } from '../passes/processes.cjs';
