import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export type Environment = Readonly<Record<string, string | undefined>>;

const LEAVE_WITH_LAUNCHER = join(__dirname, 'leave-with-launcher');

/**
 * A program of ours in a process of its own. It has its own session, so that the terminal's Ctrl-C reaches only
 * the launcher, which stops things in order; when the launcher is killed the IPC channel closes and it leaves.
 */
export class OwnProcess {
  private readonly child: ChildProcess;
  /** How it ended: an exit code, or the name of the signal that ended it. */
  readonly ended: Promise<string>;
  /** Resolves when the program says that it serves. */
  readonly ready: Promise<void>;

  /** With `tell`, the program's output is told line by line; else it goes where the launcher's goes. */
  constructor(file: string, env: Environment, tell?: (line: string) => void, words: readonly string[] = []) {
    this.child = fork(file, words, {
      env,
      execArgv: [...process.execArgv, '-r', LEAVE_WITH_LAUNCHER],
      stdio: ['ignore', tell ? 'pipe' : 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    if (tell && this.child.stdout) createInterface(this.child.stdout).on('line', tell);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(error.message));
      // Not before its last words have arrived.
      this.child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    this.ready = new Promise((resolve) => {
      this.child.on('message', (message: { type?: string } | null) => {
        if (message?.type === 'ready') resolve();
      });
    });
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.child.pid !== undefined;
  }

  /** Asks it to finish what it does; ends it when it does not within the time. */
  async stop(milliseconds: number): Promise<void> {
    if (!this.isRunning) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const cut = new AbortController();
    const overtime = sleep(milliseconds, undefined, { signal: cut.signal }).then(
      () => this.kill(),
      () => undefined,
    );
    await exit;
    cut.abort();
    await overtime;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
