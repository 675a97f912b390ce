import { existsSync } from 'node:fs';
import { loadSettings } from '@app/platform';
import type { Environment } from '../child-process';
import { takeDataDirectory } from '../data-directory';
import { stopEmbeddedPostgres } from '../embedded-postgres';

/** `npm run db:stop`: stops an embedded server whose launcher was killed. */
export async function main(_args: string[], env: Environment): Promise<number> {
  const { dataDir } = loadSettings(env);
  if (!existsSync(dataDir)) return nothingToStop(dataDir);
  const lock = takeDataDirectory(dataDir);
  try {
    if (!(await stopEmbeddedPostgres(dataDir))) return nothingToStop(dataDir);
    console.log(`The embedded database of ${dataDir} was stopped.`);
    return 0;
  } finally {
    lock.release();
  }
}

function nothingToStop(dataDir: string): number {
  console.log(`No embedded database is running for ${dataDir}: nothing to stop.`);
  return 0;
}
