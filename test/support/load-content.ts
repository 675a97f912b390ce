import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFirstContent } from '../../apps/standalone/src/first-content/load-first-content';
import { loadSettings } from '../../libs/platform/src/config/settings';
import { copyDatabase, withDatabase } from './database';
import type { TestServer } from './database-server';
import { FIRST_ACCOUNT } from './first-account';

/**
 * Makes a template that holds the register of Morocco as a new installation has it: loading it takes longer than most
 * of what is asked of it. Called with the facts of the server and the name of the template.
 */
async function main([facts = '', template = '']: readonly string[]): Promise<void> {
  const server = JSON.parse(facts) as TestServer;
  await copyDatabase(server, template);
  const dataDir = await mkdtemp(join(tmpdir(), 'mithaq-content-'));
  try {
    const settings = loadSettings({
      NODE_ENV: 'test',
      DATABASE_URL: withDatabase(server.appUrl, template),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      // An hour before the registers that are made of it begin, so that nothing in them is recorded in their future.
      CLOCK_START: '2026-11-23T09:00:00Z',
      ADMIN_EMAIL: FIRST_ACCOUNT.email,
      ADMIN_PASSWORD: FIRST_ACCOUNT.password,
      ADMIN_LANGUAGE: FIRST_ACCOUNT.language,
    });
    await loadFirstContent(settings, () => undefined);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  // The channel to whoever asked would keep this process alive.
  .finally(() => process.disconnect());
