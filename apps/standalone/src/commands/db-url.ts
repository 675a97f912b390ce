import { loadSettings } from '@app/platform';
import type { Environment } from '../child-process';
import { findEmbeddedPostgres } from '../embedded-postgres';

/** `npm run db:url`: the owner's connection string of the embedded server that is running, and nothing else. */
export async function main(_args: string[], env: Environment): Promise<number> {
  const { dataDir } = loadSettings(env);
  const server = await findEmbeddedPostgres(dataDir);
  if (server === undefined) {
    console.error(`No embedded database is running for ${dataDir}: npm start starts one.`);
    return 1;
  }
  console.log(server.ownerUrl);
  return 0;
}
