import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartRefused } from '../refusal';

/** The folder that a command is given as `--to` or `--from`. @throws StartRefused with the way to call it */
export function folderArgument(args: string[], option: 'to' | 'from', command: string): string {
  const usage = `Usage: npm run ${command} -- --${option} <folder>`;
  let folder: unknown;
  try {
    folder = parseArgs({ args, options: { [option]: { type: 'string' } } }).values[option];
  } catch (error) {
    throw new StartRefused(`${(error as Error).message.split('.')[0]}. ${usage}`);
  }
  if (typeof folder !== 'string' || folder === '') throw new StartRefused(`--${option} is missing. ${usage}`);
  return resolve(folder);
}
