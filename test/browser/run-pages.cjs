/**
 * What is done with pages besides testing them, by the pattern of its file: `npm run screens` takes the pictures of the
 * main pages in `docs/screens` anew; `npm run accessibility` follows every link and looks at each page in every language,
 * theme and width with axe (`EVERY_SIGHT=1`: in all combinations, which takes long, instead of all pairs).
 */
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
    `<rootDir>/test/browser/${process.argv[2]}.ts`,
  ]);
}

main().catch((error) => {
  console.error(error instanceof Unprepared ? error.message : error);
  process.exitCode = 1;
});
