import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot, loadSettings } from '@app/platform';
import { createApi } from '../../../api/src/create-api';
import { describeApi } from '../../../api/src/openapi';
import type { Environment } from '../child-process';

/** `npm run openapi`: writes the description of the interface; with `--check` says whether it is current. */
export async function main(args: string[], env: Environment): Promise<number> {
  const settings = loadSettings({
    ...env,
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    NODE_ENV: 'test',
  });
  const app = await createApi(settings);
  const description = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  await app.close();
  const file = join(findProjectRoot(), 'openapi.json');
  if (!args.includes('--check')) {
    writeFileSync(file, description);
    return 0;
  }
  if (readFileSync(file, 'utf8') === description) return 0;
  console.error('openapi.json is not what the code describes: run npm run openapi and read the difference.');
  return 1;
}
