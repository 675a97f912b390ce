import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A child process that said it is ready. */
export interface RunningProcess {
  readonly port: number;
  /** Says something to the process and waits for its answer. */
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ProcessRequest {
  readonly program: string;
  readonly environment: Record<string, string>;
  /** Modules loaded first. */
  readonly preload?: readonly string[];
}

const PATIENCE_MS = 60_000;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program on a port of its own and waits until it says that it is ready. */
export async function startProcess({
  program,
  environment,
  preload = [],
}: ProcessRequest): Promise<RunningProcess> {
  const port = await freePort();
  const child = fork(program, [], {
    execArgv: preload.flatMap((module) => ['-r', module]),
    env: { PATH: process.env.PATH, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await ready(child, program);
  return {
    port,
    ask: async <Answer>(question: object) => {
      const answered = once(child, 'message') as Promise<[Answer]>;
      child.send(question);
      return (await answered)[0];
    },
    stop: () => end(child),
  };
}

function ready(child: ChildProcess, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${program} is not ready in time`)), PATIENCE_MS);
    child.on('message', (message: { type?: string }) => {
      if (message.type !== 'ready') return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${program} ended with code ${code} before it was ready`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS / 4);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(timer);
}
