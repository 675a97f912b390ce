import { setTimeout as sleep } from 'node:timers/promises';
import { OwnProcess, type Environment } from './child-process';
import { StartRefused } from './refusal';

export interface Program {
  readonly name: string;
  readonly file: string;
  /** What it is told beside what all are told. */
  readonly env?: Environment;
}

export interface SupervisorOptions {
  readonly env: Environment;
  readonly log: (line: string) => void;
  readonly readyWithin?: number;
  readonly stopWithin?: number;
}

/** A program may die this often within the window before the whole installation stops. */
const RESTARTS = 3;
const RESTART_WINDOW = 5 * 60_000;

/** Runs api and worker: waits until they serve, puts one that dies back, gives up on one that keeps dying. */
export class Supervisor {
  private readonly running = new Map<string, OwnProcess>();
  private stopping = false;
  private giveUp: (sentence: string) => void = () => undefined;
  /** The sentence to end with, once a program cannot be kept running. */
  readonly gaveUp = new Promise<string>((resolve) => (this.giveUp = resolve));

  constructor(private readonly options: SupervisorOptions) {}

  /** Starts all of them side by side and returns when all are ready. */
  async start(programs: readonly Program[]): Promise<void> {
    await Promise.all(programs.map((program) => this.launch(program)));
    for (const program of programs) void this.keep(program);
  }

  /** Ends all of them; a program that does not leave in time is killed. */
  async stop(): Promise<void> {
    this.stopping = true;
    const within = this.options.stopWithin ?? 15_000;
    await Promise.all([...this.running.values()].map((child) => child.stop(within)));
  }

  kill(): void {
    this.stopping = true;
    for (const child of this.running.values()) child.kill();
  }

  private async launch({ name, file, env }: Program): Promise<void> {
    if (this.stopping) return;
    const child = new OwnProcess(file, { ...this.options.env, ...env });
    this.running.set(name, child);
    const within = this.options.readyWithin ?? 120_000;
    const late = new AbortController();
    const failure = await Promise.race([
      child.ready.then(() => undefined),
      child.ended.then((how) => `The ${name} did not start (${how}).`),
      sleep(within, `The ${name} was not ready after ${within / 1000} seconds.`, {
        signal: late.signal,
        ref: false,
      }),
    ]);
    late.abort();
    if (failure !== undefined && !this.stopping) throw new StartRefused(failure);
  }

  private async keep(program: Program): Promise<void> {
    const deaths: number[] = [];
    for (;;) {
      const how = await this.running.get(program.name)?.ended;
      if (this.stopping) return;
      const now = performance.now();
      deaths.push(now);
      const recent = deaths.filter((at) => now - at < RESTART_WINDOW).length;
      if (recent > RESTARTS) {
        this.giveUp(`The ${program.name} ended ${recent} times (last: ${how}): everything was stopped.`);
        return;
      }
      this.options.log(`the ${program.name} ended unexpectedly (${how}) and is started again`);
      await sleep(250 * 2 ** recent);
      try {
        await this.launch(program);
      } catch (error) {
        // It counts as one more death, unless it is still there without ever getting ready.
        this.running.get(program.name)?.kill();
        this.options.log((error as Error).message);
      }
    }
  }
}
