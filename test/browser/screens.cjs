/** `npm run screens`: takes the pictures of the main pages in three languages anew, into `docs/screens`. */
const { prepare, Unprepared } = require('../../apps/standalone/prepare.cjs');
const { forgetForeignSettings, ROOT, run, stopOnSignals } = require('../passes/processes.cjs');
const { join } = require('node:path');

async function main() {
  forgetForeignSettings();
  stopOnSignals();
  await prepare({ output: process.stderr });
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  process.exitCode = await run(process.execPath, [
    jest,
    '--testMatch',
    '<rootDir>/test/browser/take-screens.ts',
  ]);
}

main().catch((error) => {
  console.error(error instanceof Unprepared ? error.message : error);
  process.exitCode = 1;
});
