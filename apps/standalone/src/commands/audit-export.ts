import 'reflect-metadata';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportTrail } from '../audit-proof/read-trail';
import type { Environment } from '../child-process';
import { StartRefused } from '../refusal';

const USAGE = 'npm run audit:export -- --to <file>';

/** `npm run audit:export`: writes the whole trail, a line of JSON each; it holds personal values, so only its owner reads it. */
export async function main(args: string[], env: Environment): Promise<number> {
  const to = targetOf(args);
  const file = await open(to, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(
      `${to} cannot be written: ${error.code === 'EEXIST' ? 'it exists' : error.message}.`,
    );
  });
  let count = 0;
  try {
    await exportTrail(env, async (lines) => {
      await file.appendFile(lines.map((line) => `${line}\n`).join(''));
      count += lines.length;
    });
    await file.sync();
  } finally {
    await file.close();
  }
  console.log(`${count} lines were written to ${to}.`);
  return 0;
}

function targetOf(args: string[]): string {
  try {
    const { to } = parseArgs({ args, options: { to: { type: 'string' } } }).values;
    if (to) return to;
  } catch {
    // Whatever was wrong, the usage says what is right.
  }
  throw new StartRefused(`Which file? Usage: ${USAGE}`);
}
