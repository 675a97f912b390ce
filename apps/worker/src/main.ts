import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import {
  JobQueue,
  JobWorker,
  OutboxRelay,
  SettingsRefused,
  loadServiceSettings,
} from '@app/platform';
import { runSchedule } from './run-schedule';
import { runAtStart } from './run-at-start';
import { SCHEDULE } from './schedule';
import { WorkerModule } from './worker.module';

const HEARTBEAT_MS = 10_000;

async function main(): Promise<void> {
  const settings = loadServiceSettings();
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), {
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await runAtStart(app, SCHEDULE);
  app.get(OutboxRelay).start();
  app.get(JobWorker).start((reason) => {
    process.stderr.write(`The queue cannot be used: ${reason.message}\n`);
    void app.close().finally(() => process.exit(1));
  });
  runSchedule(app.get(JobQueue), SCHEDULE);
  showHeartbeat();
  process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
  process.send?.({ type: 'ready' });
}

/** A file whose age tells a container engine whether the worker is alive. */
function showHeartbeat(): void {
  const beat = () => writeFileSync(join(tmpdir(), 'mithaq-worker.heartbeat'), '');
  beat();
  setInterval(beat, HEARTBEAT_MS).unref();
}

main().catch((error: unknown) => {
  const lines =
    error instanceof SettingsRefused ? error.sentences : [(error as Error).stack ?? String(error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
});
