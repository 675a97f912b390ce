import { loadSettings } from '@app/platform';
import { createApi } from '../../../../api/src/create-api';
import { describeApi } from '../../../../api/src/openapi';
import type { Environment } from '../../child-process';

/** The description of the interface, from an api that is put together without a database. */
export async function describedApi(env: Environment): Promise<ReturnType<typeof describeApi>> {
  const settings = loadSettings({
    ...env,
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    NODE_ENV: 'test',
  });
  const app = await createApi(settings);
  try {
    return describeApi(app);
  } finally {
    await app.close();
  }
}
