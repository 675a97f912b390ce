/**
 * `npm test`: everything, on a fresh clone, with nothing on the machine but Node and npm. `npm test -- <pattern>`
 * runs the test files that match and nothing else. The last line counts checks and tests of all passes together.
 */
require('../apps/standalone/node-version.cjs');
const { prepare, Unprepared } = require('../apps/standalone/prepare.cjs');
const { forgetForeignSettings, ROOT, stopOnSignals } = require('./passes/processes.cjs');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const EXTRAS = {
  redis: 'apt-get install redis-server',
  pg15: 'apt-get install postgresql-15',
  browser: 'apt-get install chromium fonts-noto-core fonts-hosny-amiri, or set CHROMIUM to one that is there',
};

/** Stories of whole processes mostly wait, and have a pass beside others; pages have one that needs a browser. */
const BUT_STORIES_AND_PAGES = ['/node_modules/', '/test/bench/', '/test/e2e/', '/test/browser/'].map(
  (path) => `--testPathIgnorePatterns=${path}`,
);
// A story that fails may leave its processes behind: they must not keep the pass from ending.
const STORIES = ['test/e2e/', '--maxWorkers=1', '--forceExit'];

const total = { passed: 0, failed: 0 };

/** What failed in any pass: told once more at the end, for the passes before it are long. */
const failures = [];

function add(name, { passed, failed, failures: named = [], slowest = '' }) {
  const minutes = (process.uptime() / 60).toFixed(1);
  console.log(`\n-- ${name}: ${passed} passed, ${failed} failed`);
  console.log(`   ${[`${minutes} minutes after the start`, slowest].filter(Boolean).join('; longest: ')}`);
  total.passed += passed;
  total.failed += failed;
  failures.push(...named.map((failure) => `${name}: ${failure}`));
}

function announce(name) {
  console.log(`\n=== ${name}`);
}

/** The extras that must not be absent: `REQUIRE=redis,pg15`. */
function requiredExtras() {
  const names = (process.env.REQUIRE ?? '').split(',').filter(Boolean);
  for (const name of names.filter((name) => !(name in EXTRAS))) {
    console.log(`REQUIRE names ${name}, which is none of ${Object.keys(EXTRAS).join(', ')}`);
    total.failed += 1;
  }
  return new Set(names);
}

/** Runs a pass against a server that may be absent or refuse to start. */
async function withExtra(extra, required, found, start, pass) {
  announce(extra);
  if (!found) {
    console.log(`not run: ${extra} (${EXTRAS[extra]})`);
    if (required.has(extra)) add(extra, { passed: 0, failed: 1 });
    return;
  }
  let server;
  try {
    server = await start();
  } catch (error) {
    console.error(error);
    add(extra, { passed: 0, failed: 1 });
    return;
  }
  add(extra, await pass(server));
  await server.stop();
}

/** A browser is started by the tests that look at pages. */
async function nothingToStart() {
  return { stop: async () => undefined };
}

/** Installs what is missing, and builds it unless it is told not to. */
async function makeReady(name, wishes = {}) {
  try {
    await prepare({ output: process.stdout, ...wishes });
    add(name, { passed: 1, failed: 0 });
  } catch (error) {
    console.error(error instanceof Unprepared ? error.message : error);
    add(name, { passed: 0, failed: 1 });
  }
}

async function main() {
  forgetForeignSettings();
  stopOnSignals();
  const patterns = process.argv.slice(2);
  const required = requiredExtras();
  announce('packages');
  await makeReady('packages', { build: false });
  // Without packages there is nothing to run.
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return;
  const { runChecks } = require('./check.cjs');
  const { runJest } = require('./passes/jest-pass.cjs');

  if (patterns.length > 0) {
    announce('build');
    await makeReady('build');
    announce(`tests that match ${patterns.join(' ')}`);
    return add('tests', await runJest(patterns));
  }

  announce('build and checks');
  // The build keeps one core busy; the checks that need it come last, and wait for it.
  await Promise.all([makeReady('build'), runChecks().then((count) => add('checks', count))]);
  announce('unit and integration tests, with the end-to-end tests beside them');
  // What is beside speaks in one piece, after what it stands beside.
  const aside = [];
  await Promise.all([
    runJest(BUT_STORIES_AND_PAGES).then((count) => add('tests', count)),
    runJest(STORIES, {}, (text) => aside.push(text)).then((count) => add('end-to-end', count)),
  ]);
  process.stdout.write(`\n=== said by the end-to-end tests\n${aside.join('')}`);

  const { findChromium } = require('./passes/chromium.cjs');
  await withExtra('browser', required, Boolean(findChromium()), nothingToStart, () =>
    runJest(['test/browser/']),
  );

  require('./swc-register.cjs');
  const { hasPostgres15, startPostgres15 } = require('./passes/postgres-15.ts');
  const { withoutThem } = require('./passes/apart-from-server.cjs');
  const { findRedis, startRedis } = require('./passes/redis.cjs');
  const redis = findRedis();
  const said = [];
  await Promise.all([
    withExtra('pg15', required, hasPostgres15(), startPostgres15, ({ superuserUrl }) =>
      runJest(withoutThem(), { TEST_DATABASE_SUPERUSER_URL: superuserUrl }),
    ),
    withExtra(
      'redis',
      required,
      Boolean(redis),
      () => startRedis(redis),
      ({ url }) => runJest(STORIES, { REDIS_URL: url }, (text) => said.push(text)),
    ),
  ]);
  process.stdout.write(`\n=== said with Redis\n${said.join('')}`);
}

main()
  .catch((error) => {
    console.error(error);
    total.failed += 1;
  })
  .finally(() => {
    if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
  });
