/** `npm run check`: everything that is wrong without running the product. One line a check. */
const { forgetForeignSettings, ROOT, run, stopOnSignals } = require('./passes/processes.cjs');
const { join } = require('node:path');

const bin = (path) => join(ROOT, 'node_modules', path);

/** What is checked, and the Node program that does it; the longest first. */
const CHECKS = [
  ['lint', bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  ['format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['types', bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  ['the web application against the API', 'apps/web/check.cjs'],
  [
    'imports',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'migrations'],
  ],
  ['sentences in three languages', 'test/checks/catalogues.cjs'],
  ['known vulnerabilities', 'test/checks/vulnerabilities.cjs'],
  ['description of the API', 'apps/standalone/run.cjs', 'openapi', '--check'],
  ['who may do what', 'apps/standalone/run.cjs', 'permissions', '--check'],
  ['drawings of states', 'apps/standalone/run.cjs', 'states', '--check'],
];

/** As many as CI has cores: most checks keep one busy. */
const AT_ONCE = 2;

/** Runs a check; what it says comes in one piece, for another may run beside it. */
async function runCheck([name, ...command]) {
  const said = [];
  const begun = performance.now();
  const code = await run(process.execPath, command, {}, (text) => said.push(text));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\n== check: ${name}`);
  process.stdout.write(said.join(''));
  console.log(code === 0 ? `   ${name}: passed (${seconds} s)` : `   ${name}: FAILED (${seconds} s)`);
  return code === 0;
}

/**
 * Runs every check, the later ones also when an earlier one failed. The client of the API is generated before them:
 * the lint looks at its types, and would take them for anything at all.
 */
async function runChecks() {
  if ((await run(process.execPath, ['apps/web/generate-client.mjs'])) !== 0) {
    return { passed: 0, failed: CHECKS.length, failures: ['the client of the API is not generated'] };
  }
  const waiting = [...CHECKS];
  const failures = [];
  const runWaiting = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await runCheck(check))) failures.push(check[0]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runWaiting));
  return { passed: CHECKS.length - failures.length, failed: failures.length, failures };
}

module.exports = { runChecks };

if (require.main === module) {
  forgetForeignSettings();
  stopOnSignals();
  runChecks().then(({ passed, failed }) => {
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
