/** `npm run bench`: how fast the register is, as ratios to floors measured beside it. See options.ts. */
const { prepare, Unprepared } = require('../../apps/standalone/prepare.cjs');

async function main() {
  await prepare({ output: process.stderr });
  require('../swc-register.cjs');
  const { runBench } = require('./bench.ts');
  await runBench(process.argv.slice(2));
}

main().catch((error) => {
  const isOurs = error instanceof Unprepared || error.name === 'BenchRefused';
  console.error(isOurs ? error.message : error);
  process.exitCode = 1;
});
