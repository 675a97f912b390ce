import 'reflect-metadata';
import { loadSettings, replaceSettings } from '@app/platform';
import type { Environment } from '../child-process';
import { loadFirstContent } from '../first-content/load-first-content';
import { openRegisterDatabase } from '../register-database';
import { say } from '../progress';

/** `npm run content`: the first account and the first content, for an installation that a start does not fill. */
export async function main(_args: string[], env: Environment): Promise<number> {
  const settings = loadSettings(env);
  const database = await openRegisterDatabase(settings, say);
  try {
    await loadFirstContent(loadSettings(replaceSettings(env, { DATABASE_URL: database.appUrl })), say);
    return 0;
  } finally {
    await database.close();
  }
}
