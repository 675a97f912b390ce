import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RealProcess, ROOT } from './real-process';

/** Stands in for `npm ci`: brings the stand-in of the builder. */
const NPM = `
  const fs = require('fs');
  fs.appendFileSync('calls.log', 'npm ' + process.argv.slice(2).join(' ') + '\\n');
  setTimeout(() => {
    fs.rmSync('node_modules', { recursive: true, force: true });
    fs.mkdirSync('node_modules/@nestjs/cli/bin', { recursive: true });
    fs.copyFileSync('nest.js', 'node_modules/@nestjs/cli/bin/nest.js');
  }, 300);
`;

/** Stands in for the builder: copies sources to dist, and fails after that when a source says so. */
const NEST = `
  const fs = require('fs');
  fs.appendFileSync('calls.log', 'nest ' + process.argv.slice(2).join(' ') + '\\n');
  for (const name of fs.readdirSync('migrations')) {
    fs.mkdirSync('dist/migrations', { recursive: true });
    fs.copyFileSync('migrations/' + name, 'dist/migrations/' + name.replace('.ts', '.js'));
  }
  fs.mkdirSync('dist/apps/standalone/src/commands', { recursive: true });
  fs.copyFileSync('apps/standalone/src/launcher.ts', 'dist/apps/standalone/src/launcher.js');
  fs.copyFileSync('apps/standalone/src/commands/greet.ts', 'dist/apps/standalone/src/commands/greet.js');
  if (fs.readFileSync('apps/standalone/src/launcher.ts', 'utf8').includes('BROKEN')) {
    console.error('launcher.ts(1,1): error TS1: broken');
    process.exit(1);
  }
`;

/** Stands in for the builder of the web application. */
const WEB = `
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  appendFileSync('calls.log', 'web build\\n');
  mkdirSync('dist/web/server', { recursive: true });
  writeFileSync('dist/web/server/entry-server.cjs', '');
`;

const LAUNCHER = `exports.main = async (env) => { console.log('launched in ' + process.pid); return Number(env.CODE || 0); };`;
const GREET = `exports.main = async (args) => { console.log('hello ' + args.join(' ')); return 3; };`;

describe('the preparation of a checkout', () => {
  let checkout: string;

  function put(file: string, text: string): void {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    writeFileSync(join(checkout, file), text);
  }

  function node(
    file: string,
    args: string[] = [],
    env: Record<string, string> = {},
    uid?: number,
  ): RealProcess {
    const settings = {
      PATH: process.env.PATH,
      HOME: checkout,
      npm_execpath: join(checkout, 'npm.js'),
      ...env,
    };
    const user = uid === undefined ? {} : { uid, gid: uid };
    return RealProcess.of([join(checkout, file), ...args], { cwd: checkout, env: settings, ...user });
  }

  const start = (env?: Record<string, string>): RealProcess => node('apps/standalone/start.cjs', [], env);

  /** What was installed and built since the last look. */
  function calls(): string[] {
    const file = join(checkout, 'calls.log');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(file, { force: true });
    return lines.map((line) => line.split(' ').slice(0, 2).join(' '));
  }

  async function prepared(): Promise<void> {
    await start().end();
    calls();
  }

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'mithaq-checkout-'));
    cpSync(join(ROOT, 'apps/standalone'), join(checkout, 'apps/standalone'), {
      recursive: true,
      filter: (source) => !source.includes('src'),
    });
    put('npm.js', NPM);
    put('nest.js', NEST);
    put('apps/web/build.mjs', WEB);
    put('package-lock.json', '{ "lockfileVersion": 3 }');
    put('apps/standalone/src/launcher.ts', LAUNCHER);
    put('apps/standalone/src/commands/greet.ts', GREET);
    put('migrations/0001-first.ts', '');
  });
  afterEach(() => rmSync(checkout, { recursive: true }));

  it('installs and builds a fresh clone, telling each step, and launches in its own process', async () => {
    const first = start({ CODE: '7' });
    expect(await first.end()).toBe(7);
    expect(calls()).toEqual(['npm ci', 'nest build', 'web build']);
    const lines = first.stdout.trim().split('\n');
    expect(lines.map((line) => line.replace(/^ *\d+\.\d s {2}/, '').replace(/\d+\.\d s$/, '…'))).toEqual([
      'installing packages',
      'installing packages: done in …',
      'building the server',
      'building the server: done in …',
      'building the web application',
      'building the web application: done in …',
      `launched in ${first.pid}`,
    ]);
  });

  it('does neither again, and says nothing, while nothing changed', async () => {
    await prepared();
    const second = start();
    expect(await second.end()).toBe(0);
    expect(second.stdout).toBe(`launched in ${second.pid}\n`);
    expect(calls()).toEqual([]);
  });

  it('builds when a source changed, and installs when the lock file did', async () => {
    await prepared();
    appendFileSync(join(checkout, 'apps/standalone/src/launcher.ts'), '\n// changed');
    await start().end();
    expect(calls()).toEqual(['nest build']);
    put('apps/standalone/src/launcher.spec.ts', 'a test is no source of the build');
    await start().end();
    expect(calls()).toEqual([]);
    put('package-lock.json', '{ "lockfileVersion": 3, "changed": true }');
    await start().end();
    expect(calls()).toEqual(['npm ci', 'nest build', 'web build']);
  });

  it('installs and does not build when that is all that is wanted', async () => {
    const program = `require('./apps/standalone/prepare.cjs').prepare({ output: process.stdout, build: false })`;
    const settings = { PATH: process.env.PATH, npm_execpath: join(checkout, 'npm.js') };
    expect(await RealProcess.of(['-e', program], { cwd: checkout, env: settings }).end()).toBe(0);
    expect(calls()).toEqual(['npm ci']);
  });

  it('removes what was built from a source that is gone', async () => {
    put('migrations/0002-second.ts', '');
    await prepared();
    rmSync(join(checkout, 'migrations/0002-second.ts'));
    await start().end();
    expect(existsSync(join(checkout, 'dist/migrations/0001-first.js'))).toBe(true);
    expect(existsSync(join(checkout, 'dist/migrations/0002-second.js'))).toBe(false);
  });

  it('never launches what did not build, although the builder left files', async () => {
    put('apps/standalone/src/launcher.ts', `${LAUNCHER} // BROKEN`);
    for (const attempt of [start(), start()]) {
      expect(await attempt.end()).toBe(1);
      expect(attempt.stderr).toContain('error TS1: broken');
      expect(attempt.stderr).toContain('building the server failed (exit code 1).');
      expect(attempt.stdout).not.toContain('launched');
    }
  });

  it('is done once for several starts at once', async () => {
    const starts = [start(), start(), start()];
    expect(await Promise.all(starts.map((each) => each.end()))).toEqual([0, 0, 0]);
    expect(calls()).toEqual(['npm ci', 'nest build', 'web build']);
    expect(starts.filter((each) => each.stdout.includes('waiting for another start'))).toHaveLength(2);
  });

  it('goes on when an earlier one was killed half-way', async () => {
    const killed = start();
    await killed.says('installing packages');
    killed.child.kill('SIGKILL');
    await killed.end();
    expect(await start().end()).toBe(0);
    expect(calls().slice(-3)).toEqual(['npm ci', 'nest build', 'web build']);
  });

  it('leaves standard output and the exit code to a command', async () => {
    const greeting = node('apps/standalone/run.cjs', ['greet', 'a', '--b']);
    expect(await greeting.end()).toBe(3);
    expect(greeting.stdout).toBe('hello a --b\n');
    expect(greeting.stderr).toContain('building the server');
    const unknown = node('apps/standalone/run.cjs', ['../launcher']);
    expect(await unknown.end()).toBe(1);
    expect(unknown.stderr).toBe('There is no command "../launcher".\n');
  });

  it('installs and builds nothing in production, and says what is missing', async () => {
    const bare = start({ NODE_ENV: 'production' });
    expect(await bare.end()).toBe(1);
    expect(bare.stderr).toMatch(
      /^node_modules is missing: with NODE_ENV=production nothing is installed .*\n$/,
    );
    expect(calls()).toEqual([]);
    await prepared();
    appendFileSync(join(checkout, 'apps/standalone/src/launcher.ts'), '\n// changed');
    expect(await start({ NODE_ENV: 'production' }).end()).toBe(0);
    expect(calls()).toEqual([]);
  });

  it('works in a checkout it may not write, once that is built', async () => {
    const asOther = process.getuid?.() === 0 ? 65534 : undefined;
    await prepared();
    const closed = [checkout, join(checkout, 'dist'), join(checkout, 'node_modules')];
    for (const folder of closed) chmodSync(folder, 0o555);
    expect(await node('apps/standalone/start.cjs', [], {}, asOther).end()).toBe(0);
    appendFileSync(join(checkout, 'apps/standalone/src/launcher.ts'), '\n// changed');
    const refused = node('apps/standalone/start.cjs', [], {}, asOther);
    expect(await refused.end()).toBe(1);
    expect(refused.stderr).toMatch(
      /^This checkout has to be installed or built, and .* cannot be written\.\n$/,
    );
    for (const folder of closed) chmodSync(folder, 0o755);
  });

  it('names the Node it needs', async () => {
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });";
    const old = RealProcess.of([
      '-e',
      `${pretend} require(${JSON.stringify(join(checkout, 'apps/standalone/start.cjs'))})`,
    ]);
    expect(await old.end()).toBe(1);
    expect(old.stderr).toMatch(/^Mithaq needs Node 20\.19 or newer .*\.\n$/);
  });
});
