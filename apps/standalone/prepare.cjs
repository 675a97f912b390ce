/** Installs what is missing and builds what changed, before a start or a command. Plain Node, no dependency. */
const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { homedir, tmpdir } = require('node:os');
const { dirname, join, relative, resolve } = require('node:path');
const { withPrepareLock } = require('./prepare-lock.cjs');

const ROOT = resolve(__dirname, '../..');
const DIST = join(ROOT, 'dist');
const MODULES = join(ROOT, 'node_modules');
const LOCK_FILE = join(ROOT, 'package-lock.json');
const INSTALL_STAMP = join(MODULES, '.installed-from');
const NEST = join(MODULES, '@nestjs/cli/bin/nest.js');
const LAUNCHER = join(DIST, 'apps/standalone/src/launcher.js');
const WEB = join(DIST, 'web/server/entry-server.cjs');

/** What is built, each when its own sources change. */
const BUILDS = [
  {
    name: 'server',
    sources: [
      ...['apps/api', 'apps/worker', 'apps/standalone/src', 'libs', 'migrations'],
      ...['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'],
    ],
    result: LAUNCHER,
    command: [NEST, 'build', 'api'],
    prune: ['apps', 'libs', 'migrations'],
  },
  {
    name: 'web application',
    sources: ['apps/web', 'openapi.json', 'package-lock.json'],
    result: WEB,
    command: [join(ROOT, 'apps/web/build.mjs')],
    prune: [],
  },
];

/** The checkout cannot be brought into a state that starts: its message says why, and what to do. */
class Unprepared extends Error {}

/** Without `build` packages are installed and nothing more. */
async function prepare({ output, build: wanted = true }) {
  const builds = wanted ? BUILDS : [];
  if (process.env.NODE_ENV === 'production') return requireFinished();
  if (isInstalled() && builds.every(isBuilt)) return undefined;
  fs.mkdirSync(DIST, { recursive: true });
  return withPrepareLock(
    join(DIST, '.prepare-lock'),
    (line) => say(output, line),
    async () => {
      // Another start may have done the work while this one waited.
      if (!isInstalled()) await install(output);
      for (const build of builds) if (!isBuilt(build)) await make(build, output);
    },
  ).catch((error) => {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
    throw new Unprepared(
      `This checkout has to be installed or built, and ${error.path || ROOT} cannot be written.`,
    );
  });
}

function requireFinished() {
  for (const path of [MODULES, LAUNCHER, WEB]) {
    if (fs.existsSync(path)) continue;
    throw new Unprepared(
      `${relative(ROOT, path)} is missing: with NODE_ENV=production nothing is installed or built at start. ` +
        'Run "npm ci" and "npm run build" first.',
    );
  }
}

function say(output, line) {
  output.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
}

function installKey() {
  const lock = fs.readFileSync(LOCK_FILE);
  return createHash('sha256').update(`${process.platform}-${process.arch}\n`).update(lock).digest('hex');
}

function isInstalled() {
  if (!fs.existsSync(NEST)) return false;
  const stamp = readIfAny(INSTALL_STAMP);
  if (stamp !== undefined) return stamp === installKey();
  // Installed by hand: npm writes its own record last, so an interrupted installation has none.
  const record = fs.statSync(join(MODULES, '.package-lock.json'), { throwIfNoEntry: false });
  return record !== undefined && record.mtimeMs >= fs.statSync(LOCK_FILE).mtimeMs;
}

async function install(output) {
  const key = installKey();
  const cache = writableCache();
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await step('installing packages', output, npmCommand(), [...args, ...(cache ? ['--cache', cache] : [])]);
  } finally {
    if (cache) fs.rmSync(cache, { recursive: true, force: true });
  }
  fs.writeFileSync(INSTALL_STAMP, key);
}

/** The npm that runs this script, else the one beside this Node, else the one on the path. */
function npmCommand() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const file = [process.env.npm_execpath, beside].find(
    (path) => path && /\.c?js$/.test(path) && fs.existsSync(path),
  );
  return file ? [process.execPath, file] : ['npm'];
}

/** A cache for this installation alone when npm's own could not be written (no home directory, or not ours). */
function writableCache() {
  let folder = process.env.npm_config_cache || join(process.env.HOME || homedir() || '/nonexistent', '.npm');
  while (!fs.existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return undefined;
  } catch {
    return fs.mkdtempSync(join(tmpdir(), 'npm-cache-'));
  }
}

function stampOf(build) {
  return join(DIST, `.built-from-${build.name}`);
}

function isBuilt(build) {
  return fs.existsSync(build.result) && readIfAny(stampOf(build)) === sourceKey(build);
}

function sourceKey(build) {
  const hash = createHash('sha256');
  for (const file of build.sources.flatMap((source) => filesUnder(join(ROOT, source))).sort()) {
    hash
      .update(`${relative(ROOT, file)}\n`)
      .update(createHash('sha256').update(fs.readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || path.endsWith('.spec.ts')) return [];
  if (!stat.isDirectory()) return [path];
  return fs
    .readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => filesUnder(join(path, name)));
}

async function make(build, output) {
  const key = sourceKey(build);
  // A failed build leaves its files behind all the same: without a stamp they are never started.
  fs.rmSync(stampOf(build), { force: true });
  const [script, ...args] = build.command;
  await step(`building the ${build.name}`, output, [process.execPath, script], args);
  for (const folder of build.prune) pruneBuilt(folder);
  fs.writeFileSync(stampOf(build), key);
}

/** A source that went away must not live on as its compiled file: a migration would still run. */
function pruneBuilt(folder) {
  for (const file of filesUnder(join(DIST, folder))) {
    const source = join(ROOT, relative(DIST, file)).replace(/\.js(\.map)?$/, '.ts');
    if (/\.js(\.map)?$/.test(file) && !fs.existsSync(source)) fs.rmSync(file);
  }
}

/** One line when it begins, one every ten seconds, one when it is done; the program's own output on failure only. */
async function step(name, output, [command, ...first], args) {
  const begun = performance.now();
  say(output, name);
  const reminder = setInterval(() => say(output, `still ${name}`), 10_000);
  try {
    await runQuietly(name, command, [...first, ...args]);
  } finally {
    clearInterval(reminder);
  }
  say(output, `${name}: done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

function runQuietly(name, command, args) {
  return new Promise((resolveRun, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    let stopped = false;
    const pass = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM']) process.removeListener(each, pass);
      if (stopped) reject(new Unprepared(`Stopped while ${name}.`));
      else if (code === 0) resolveRun();
      else reject(new Unprepared(`${said.trim()}\n\n${name} failed (${signal || `exit code ${code}`}).`));
    });
  });
}

function readIfAny(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

module.exports = { prepare, Unprepared, ROOT, DIST };
