import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { RealProcess, ROOT, eventually } from '../standalone/real-process';

const WORKER = join(ROOT, 'dist/apps/worker/src/main.js');

const PATIENCE_MS = 15_000;

/** The built worker in a process of its own, as production runs it. */
export class WorkerProcess {
  private constructor(private readonly process: RealProcess) {}

  /** Starts it and waits until it takes jobs. */
  static async start(settings: Readonly<Record<string, string | undefined>>): Promise<WorkerProcess> {
    if (!existsSync(WORKER)) throw new Error('The worker is not built: npm test builds it.');
    const worker = new WorkerProcess(
      RealProcess.of([WORKER], {
        env: { PATH: process.env.PATH, NODE_ENV: 'test', ...settings },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
    const { child } = worker.process;
    const [how] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof how !== 'object') throw new Error(`the worker ended: ${worker.process.stderr}`);
    return worker;
  }

  /** Ends it in the midst of whatever it does. */
  async kill(): Promise<void> {
    this.process.child.kill('SIGKILL');
    await this.process.end();
  }

  /** Lets it finish what it does; one that cannot is ended, and that is a failure. */
  async stop(): Promise<void> {
    this.process.child.kill('SIGTERM');
    if (await eventually(() => this.process.hasEnded, PATIENCE_MS)) return;
    await this.kill();
    throw new Error(`the worker did not stop: ${this.process.stderr}`);
  }
}
