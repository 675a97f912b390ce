import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataDirectory, freePort, kill, RealProcess } from './real-process';

// The first start of a checkout also builds it.
jest.setTimeout(180_000);

describe('npm start, with the real api and worker', () => {
  let directory: DataDirectory;
  let port: number;
  const started: RealProcess[] = [];

  async function start(words: string[] = [], settings: Record<string, string> = {}): Promise<RealProcess> {
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: directory.path,
      PORT: String(port),
      REGISTER_CONTENT: 'empty',
      ...settings,
    };
    const launcher = RealProcess.of(['apps/standalone/start.cjs', ...words], { env });
    started.push(launcher);
    await launcher.says(/^READY/m, 150_000);
    return launcher;
  }

  async function liveStatus(): Promise<number> {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/health/live`)).status;
  }

  beforeAll(async () => {
    directory = new DataDirectory();
    port = await freePort();
  });
  afterAll(async () => {
    for (const { pid } of started) kill(pid);
    await directory.remove();
  });

  it('serves after its last line, and leaves nothing running after SIGTERM', async () => {
    const metricsPort = await freePort();
    const launcher = await start([], { METRICS_PORT: String(metricsPort) });
    expect(launcher.stdout.trim().split('\n').at(-1)).toBe(`READY http://127.0.0.1:${port}`);
    expect(await liveStatus()).toBe(200);
    expect(launcher.stdout).toContain('first account: ');
    for (const [each, figure] of [
      [metricsPort, 'mithaq_http_request_duration_seconds_count'],
      [metricsPort + 1, 'mithaq_outbox_rows'],
    ] as const) {
      expect(await (await fetch(`http://127.0.0.1:${each}/metrics`)).text()).toContain(figure);
    }

    launcher.child.kill('SIGTERM');
    expect(await launcher.end()).toBe(0);
    expect(launcher.stderr).toBe('');
    expect(directory.serverProcesses()).toEqual([]);
    expect(existsSync(join(directory.path, 'launcher.lock'))).toBe(false);
    await expect(liveStatus()).rejects.toThrow();
  });

  it('starts again on its data, and once more after kill -9', async () => {
    const second = await start();
    expect(second.stdout).not.toContain('first account: ');
    kill(second.pid);
    await second.end();

    const third = await start();
    expect(await liveStatus()).toBe(200);
    third.child.kill('SIGTERM');
    expect(await third.end()).toBe(0);
    expect(directory.serverProcesses()).toEqual([]);
  });

  it('opens a demonstration when it is asked to, and closes it when it is not', async () => {
    const signIn = async (password: string): Promise<number> => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'director-2@demo.mithaq.test', password }),
      });
      return answer.status;
    };
    const stop = async (launcher: RealProcess): Promise<void> => {
      launcher.child.kill('SIGTERM');
      expect(await launcher.end()).toBe(0);
    };
    const shown = await start(['--demo']);
    expect(shown.stdout.trim().split('\n').at(-1)).toBe(`READY http://127.0.0.1:${port}`);
    const [, password = ''] = /demonstration: .*password: (\S+) \(shown this once\)/.exec(shown.stdout) ?? [];
    expect(await signIn(password)).toBe(201);
    await stop(shown);

    const again = await start(['--demo'], { DEMO_PASSWORD: 'a given password' });
    expect(again.stdout).toContain('demonstration: 12 fictional accounts');
    expect(again.stdout).not.toContain('password');
    expect(await signIn('a given password')).toBe(201);
    await stop(again);

    const without = await start();
    expect(without.stdout).toContain('12 fictional accounts closed');
    expect(await signIn('a given password')).toBe(401);
    await stop(without);
  });

  it.each([
    [['--demo'], /^--demo is refused with NODE_ENV=production: .+\.\n$/],
    [['--demon'], /^npm start knows --demo and not "--demon"\.\n$/],
  ])('refuses %j in production with one sentence, before anything starts', async (words, sentence) => {
    const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: `${directory.path}/none` };
    const launcher = RealProcess.of(['apps/standalone/start.cjs', ...words], { env });
    expect(await launcher.end()).toBe(1);
    expect(launcher.stderr).toMatch(sentence);
    expect(launcher.stdout).toBe('');
    expect(existsSync(`${directory.path}/none`)).toBe(false);
  });
});
