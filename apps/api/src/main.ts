import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import {
  FilesDirectory,
  ObservationServer,
  ProcessHeartbeat,
  Settings,
  SettingsRefused,
  endInTime,
  loadServiceSettings,
  startFailure,
} from '@app/platform';
import { createApi } from './create-api';

/** Requests under way have this long to be answered; the launcher ends the process by force a little later. */
const LAST_ANSWERS_MS = 12_000;

async function main(): Promise<void> {
  const settings = loadServiceSettings();
  endInTime(LAST_ANSWERS_MS);
  const app = await createApi(settings);
  await app.get(FilesDirectory).claim();
  for (const warning of settings.warnings) new Logger('Settings').warn(warning);
  await app.get(ObservationServer).listen();
  await app.listen(settings.port, settings.host).catch((error: unknown) => {
    throw portRefused(settings, error);
  });
  app.get(ProcessHeartbeat).start('api');
  // Under the launcher the process ends with it, also when the launcher is killed.
  process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
  process.send?.({ type: 'ready' });
}

function portRefused({ host, port }: Settings, error: unknown): SettingsRefused {
  const { code, message } = error as NodeJS.ErrnoException;
  return new SettingsRefused([`PORT: port ${port} of ${host} cannot be used (${code ?? message}).`]);
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
