/**
 * Checks the web application against the API as it is described now: generates its client, then looks at types and at
 * who imports whom.
 */
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const bin = (path) => join(__dirname, '../../node_modules', path);
const commands = [
  [join(__dirname, 'generate-client.mjs')],
  [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
];
for (const command of commands) {
  const { status } = spawnSync(process.execPath, command, { cwd: __dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
