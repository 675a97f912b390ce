/**
 * `npm start`. Runs on a fresh clone before anything is installed: no dependency, and nothing that an old Node
 * could not parse before it is told which one is needed.
 */
require('./node-version.cjs');
const { prepare, Unprepared } = require('./prepare.cjs');
const { readStartArguments } = require('./start-arguments.cjs');

const { demo, refusal } = readStartArguments(process.argv.slice(2), process.env);

async function start() {
  if (refusal) throw new Unprepared(refusal);
  await prepare({ output: process.stdout });
  return require('../../dist/apps/standalone/src/launcher.js').main(process.env, { demo });
}

start()
  .catch((error) => {
    process.stderr.write(`${error instanceof Unprepared ? error.message : error.stack}\n`);
    return 1;
  })
  .then((code) => process.exit(code));
