import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../apps/standalone/src/embedded-postgres';
import { DataDirectory, eventually, freePort, kill, RealProcess } from './real-process';

// Real servers and real starts: seconds on an idle machine, more beside the rest of the tests.
jest.setTimeout(60_000);

describe('npm start', () => {
  let directory: DataDirectory;
  let port: number;
  const launched: RealProcess[] = [];

  function launch(settings: Record<string, string> = {}, user?: { uid: number; gid: number }): RealProcess {
    const env = { ...process.env, DATA_DIR: directory.path, PORT: String(port), ...settings };
    const launcher = RealProcess.ofProgram('launch.ts', [], { env, ...user });
    launched.push(launcher);
    return launcher;
  }

  async function ready(settings?: Record<string, string>): Promise<RealProcess> {
    const launcher = launch(settings);
    await launcher.says(/^READY/m);
    return launcher;
  }

  /** The pid of the process that serves. */
  async function servedBy(): Promise<number> {
    return Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
  }

  beforeEach(async () => {
    directory = new DataDirectory();
    port = await freePort();
  });
  afterEach(async () => {
    for (const { pid } of launched.splice(0)) kill(pid);
    await directory.remove();
  });

  it('says READY last, serves, and leaves nothing behind after SIGTERM', async () => {
    const launcher = await ready();
    const lines = launcher.stdout.trim().split('\n');
    expect(lines.at(-1)).toBe(`READY http://127.0.0.1:${port}`);
    expect(launcher.stdout).toMatch(/^ *\d+\.\d s {2}PUBLIC_URL is plain http \(http:/m);
    expect(launcher.stdout).toMatch(/^ *\d+\.\d s {2}first content with the owner's connection: false$/m);
    expect(await servedBy()).toBeGreaterThan(0);
    launcher.child.kill('SIGTERM');
    expect(await launcher.end()).toBe(0);
    expect(launcher.stderr).toBe('');
    expect(directory.serverProcesses()).toEqual([]);
    expect(existsSync(join(directory.path, 'launcher.lock'))).toBe(false);
  });

  it('keeps Ctrl-C of a terminal from everything but itself', async () => {
    const launcher = RealProcess.ofProgram('launch.ts', [], {
      env: { ...process.env, DATA_DIR: directory.path, PORT: String(port) },
      detached: true,
    });
    launched.push(launcher);
    await launcher.says(/^READY/m);
    process.kill(-launcher.pid, 'SIGINT');
    expect(await launcher.end()).toBe(0);
    expect(launcher.stdout).not.toContain('the terminal interrupted a program');
    expect(directory.serverProcesses()).toEqual([]);
  });

  it('can be stopped before it is ready', async () => {
    const launcher = launch();
    await launcher.says('starting the database');
    launcher.child.kill('SIGINT');
    expect(await launcher.end()).toBe(0);
    expect(launcher.stdout).not.toContain('READY');
    expect(directory.serverProcesses()).toEqual([]);
    expect(existsSync(join(directory.path, 'launcher.lock'))).toBe(false);
  });

  it('hurries when it is asked again', async () => {
    const launcher = await ready({ STAND_IN_LEAVE: 'never' });
    launcher.child.kill('SIGINT');
    // npm passes the terminal's signal on: that is not asking again.
    launcher.child.kill('SIGINT');
    await sleep(1000);
    expect(launcher.hasEnded).toBe(false);
    launcher.child.kill('SIGINT');
    expect(await launcher.end()).toBe(0);
    expect(directory.serverProcesses()).toEqual([]);
  });

  it('recovers after kill -9 of the launcher, its programs leaving by themselves', async () => {
    const launcher = await ready();
    const orphan = await servedBy();
    kill(launcher.pid);
    await launcher.end();
    expect(directory.serverProcesses()).not.toEqual([]);
    const next = await ready();
    expect(await servedBy()).not.toBe(orphan);
    next.child.kill('SIGTERM');
    expect(await next.end()).toBe(0);
    expect(directory.serverProcesses()).toEqual([]);
  });

  it('starts a program again that was killed', async () => {
    const launcher = await ready();
    const killed = await servedBy();
    kill(killed);
    await launcher.says('the api ended unexpectedly (SIGKILL) and is started again');
    let now = killed;
    await eventually(() => {
      void servedBy().then(
        (pid) => (now = pid),
        () => undefined,
      );
      return now !== killed;
    });
    expect(now).not.toBe(killed);
    launcher.child.kill('SIGTERM');
    expect(await launcher.end()).toBe(0);
  });

  it('stops with a sentence when a program keeps dying', async () => {
    const launcher = await ready({ STAND_IN_CRASH: 'loop' });
    expect(await launcher.end()).toBe(1);
    expect(launcher.stderr).toMatch(
      /^The (api|worker) ended 4 times \(last: exit code 3\): everything was stopped\.$/m,
    );
    expect(directory.serverProcesses()).toEqual([]);
  });

  it('stops with a sentence when its database is killed, and recovers at the next start', async () => {
    const launcher = await ready();
    kill(directory.postmaster());
    expect(await launcher.end()).toBe(1);
    expect(launcher.stderr).toContain('The database server is gone');
    const next = await ready();
    next.child.kill('SIGTERM');
    expect(await next.end()).toBe(0);
  });

  it('uses the server of DATABASE_URL and leaves a schema alone whose owner it does not know', async () => {
    const own = new DataDirectory();
    const server = await startEmbeddedPostgres({ dataDir: own.path, log: () => undefined });
    const given = { DATABASE_URL: server.appUrl };
    const first = await ready({ ...given, DATABASE_OWNER_URL: server.ownerUrl });
    first.child.kill('SIGTERM');
    expect(await first.end()).toBe(0);
    const second = await ready(given);
    expect(second.stdout).toContain('DATABASE_OWNER_URL is not set: the schema is taken as it is');
    second.child.kill('SIGTERM');
    expect(await second.end()).toBe(0);
    expect(existsSync(join(directory.path, 'postgres'))).toBe(false);
    expect(server.isRunning()).toBe(true);
    await server.stop();
    await own.remove();
  });

  describe('refuses with one sentence', () => {
    async function refusal(launcher: RealProcess): Promise<string> {
      expect(await launcher.end()).toBe(1);
      expect(launcher.stdout).toBe('');
      return launcher.stderr.trim();
    }

    it('a data directory in use', async () => {
      const running = await ready();
      expect(await refusal(launch())).toBe(
        `The data directory ${directory.path} is in use by process ${running.pid}: stop that one first, or choose another DATA_DIR.`,
      );
      expect(running.hasEnded).toBe(false);
      running.child.kill('SIGTERM');
      await running.end();
    });

    it('a port that is taken', async () => {
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      expect(await refusal(launch())).toBe(
        `Port ${port} on 127.0.0.1 is taken by another program: stop it, or set PORT to another.`,
      );
      other.close();
    });

    it('a data directory that is a file', async () => {
      const file = join(directory.path, 'file');
      writeFileSync(file, '');
      const sentence =
        /^The data directory .*file.* cannot be used: it(, or a part of its path,)? is a file and not a folder\.$/;
      expect(await refusal(launch({ DATA_DIR: file }))).toMatch(sentence);
      expect(await refusal(launch({ DATA_DIR: join(file, 'below') }))).toMatch(sentence);
    });

    it('a data directory this user may not read', async () => {
      const closed = join(directory.path, 'closed');
      mkdirSync(closed, { mode: process.getuid?.() === 0 ? 0o700 : 0o000 });
      const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
      expect(await refusal(launch({ DATA_DIR: closed }, user))).toBe(
        `The data directory ${closed} cannot be used: this user may not read and write it.`,
      );
      rmSync(closed, { recursive: true });
    });

    it('settings that contradict each other', async () => {
      expect(await refusal(launch({ PORT: 'many' }))).toMatch(/^PORT: /);
      const production = await refusal(launch({ NODE_ENV: 'production' }));
      expect(production).toContain('DATABASE_URL is missing');
      expect(production).toContain('SMTP_URL is missing');
    });
  });
});
