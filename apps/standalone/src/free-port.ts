import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from './refusal';

/**
 * Refuses before anything heavy is done when the api could not listen. The patience is for an api whose launcher
 * was killed: it needs a moment to leave its port.
 */
export async function requireFreePort(host: string, port: number, patience: number): Promise<void> {
  if (port === 0) return;
  const until = performance.now() + patience;
  for (;;) {
    const code = await tryToListen(host, port);
    if (code === undefined) return;
    if (code !== 'EADDRINUSE') {
      throw new StartRefused(
        `This user cannot listen on ${host}:${port} (${code}): set PORT or HOST to another.`,
      );
    }
    if (performance.now() >= until) {
      throw new StartRefused(
        `Port ${port} on ${host} is taken by another program: stop it, or set PORT to another.`,
      );
    }
    await sleep(250);
  }
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
