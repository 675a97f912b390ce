/** `npm run check`: everything that is wrong without running the product. One line a check. */
const { forgetForeignSettings, ROOT, run, stopOnSignals } = require('./passes/processes.cjs');
const { join } = require('node:path');

const bin = (path) => join(ROOT, 'node_modules', path);

/** What is checked, and the Node program that does it. */
const CHECKS = [
  ['format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['lint', bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  ['types', bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  [
    'imports',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'migrations'],
  ],
  ['sentences in three languages', 'test/checks/catalogues.cjs'],
  ['known vulnerabilities', 'test/checks/vulnerabilities.cjs'],
  ['description of the API', 'apps/standalone/run.cjs', 'openapi', '--check'],
  ['who may do what', 'apps/standalone/run.cjs', 'permissions', '--check'],
];

/** Runs every check, the later ones also when an earlier one failed. */
async function runChecks() {
  let failed = 0;
  for (const [name, ...command] of CHECKS) {
    console.log(`\n== check: ${name}`);
    const begun = performance.now();
    const code = await run(process.execPath, command);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(code === 0 ? `   ${name}: passed (${seconds} s)` : `   ${name}: FAILED (${seconds} s)`);
    if (code !== 0) failed += 1;
  }
  return { passed: CHECKS.length - failed, failed };
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
