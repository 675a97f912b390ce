import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { readComposeFile } from './compose';

/** Runs a health check as the container engine would; its command begins with `node`. */
async function isWell(command: string[], env: Record<string, string>): Promise<boolean> {
  expect(command[0]).toBe('node');
  const child = spawn(process.execPath, command.slice(1), { env, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  return code === 0;
}

describe('the health check of the worker', () => {
  const [, ...command] = readComposeFile().services.worker?.healthcheck?.test ?? [];
  let folder: string;
  let heartbeat: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mithaq-heartbeat-'));
    heartbeat = join(folder, `worker-${hostname()}.heartbeat`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is content with a heart that beats', async () => {
    writeFileSync(heartbeat, '');
    expect(await isWell(command, { DATA_DIR: folder })).toBe(true);
  });

  it('sees a heart that stopped', async () => {
    writeFileSync(heartbeat, '');
    const twoMinutesAgo = Date.now() / 1000 - 120;
    utimesSync(heartbeat, twoMinutesAgo, twoMinutesAgo);
    expect(await isWell(command, { DATA_DIR: folder })).toBe(false);
  });

  it('sees a worker that never began', async () => {
    expect(await isWell(command, { DATA_DIR: folder })).toBe(false);
  });
});

describe('the health check of the image', () => {
  const dockerfile = DockerfileParser.parse(readFileSync(resolve(__dirname, '../../Dockerfile'), 'utf8'));
  const [check] = dockerfile.getHEALTHCHECKs();
  const command = JSON.parse(/CMD (\[.*\])/s.exec(check?.toString() ?? '')?.[1] ?? '[]') as string[];

  it.each([
    ['an api that answers', 200, true],
    ['an api that cannot work', 503, false],
  ])('sees %s', async (_what, status, well) => {
    const api = createServer((_request, response) => response.writeHead(status).end());
    api.listen(0, '127.0.0.1');
    await once(api, 'listening');
    const { port } = api.address() as AddressInfo;
    expect(await isWell(command, { PORT: String(port) })).toBe(well);
    api.close();
    api.closeAllConnections();
  });

  it('sees an api that is gone', async () => {
    expect(await isWell(command, { PORT: '9' })).toBe(false);
  });
});
