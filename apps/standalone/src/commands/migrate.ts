import { loadSettings, migrate } from '@app/platform';
import type { Environment } from '../child-process';
import { openRegisterDatabase } from '../register-database';
import { StartRefused } from '../refusal';
import { say } from '../progress';

/** `npm run migrate`: brings the schema to the version of this code, as its owner. */
export async function main(_args: string[], env: Environment): Promise<number> {
  const settings = loadSettings(env);
  const database = await openRegisterDatabase(settings, say);
  try {
    if (database.ownerUrl === null) {
      throw new StartRefused(
        'DATABASE_OWNER_URL is missing: the schema is changed by its owner, never by the role of DATABASE_URL.',
      );
    }
    await migrate({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, log: say });
    say('The schema is up to date.');
    return 0;
  } finally {
    await database.close();
  }
}
