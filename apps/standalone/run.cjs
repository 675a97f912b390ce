/** `node run.cjs <command> …`: prepares like a start, silently when there is nothing to do, and runs the command. */
require('./node-version.cjs');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { prepare, Unprepared, DIST } = require('./prepare.cjs');

const [name, ...args] = process.argv.slice(2);

/** Standard output belongs to the command: whatever is said before it goes to standard error. */
async function run() {
  await prepare({ output: process.stderr });
  const file = join(DIST, 'apps/standalone/src/commands', `${name}.js`);
  if (!/^[a-z-]+$/.test(name || '') || !existsSync(file))
    throw new Unprepared(`There is no command "${name}".`);
  return require(file).main(args, process.env);
}

run()
  .catch((error) => {
    const expected = error instanceof Unprepared || ['StartRefused', 'SettingsRefused'].includes(error.name);
    process.stderr.write(`${expected ? error.message : error.stack}\n`);
    return 1;
  })
  .then((code) => process.exit(code));
