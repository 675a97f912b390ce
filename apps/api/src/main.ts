import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { loadServiceSettings, startFailure } from '@app/platform';
import { createApi } from './create-api';

async function main(): Promise<void> {
  const settings = loadServiceSettings();
  const app = await createApi(settings);
  for (const warning of settings.warnings) new Logger('Settings').warn(warning);
  await app.listen(settings.port, settings.host);
  // Under the launcher the process ends with it, also when the launcher is killed.
  process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
  process.send?.({ type: 'ready' });
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
