import 'reflect-metadata';
import { mkdirSync, writeFile } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { WatchRegister } from '@app/alerts';
import { AuditSealer } from '@app/audit';
import {
  FilesDirectory,
  JobQueue,
  JobWorker,
  Metrics,
  ObservationServer,
  OutboxRelay,
  ProcessHeartbeat,
  RegisterLogger,
  endInTime,
  loadServiceSettings,
  startFailure,
  withoutSecrets,
} from '@app/platform';
import { runSchedule } from './run-schedule';
import { runAtStart } from './run-at-start';
import { SCHEDULE } from './schedule';
import { WorkerModule } from './worker.module';

const HEARTBEAT_MS = 10_000;

/** Longer than running jobs are waited for, shorter than the launcher's patience. */
const LAST_WORK_MS = 14_000;

async function main(): Promise<void> {
  const settings = loadServiceSettings();
  endInTime(LAST_WORK_MS);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), {
    logger: new RegisterLogger(settings),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await app.get(FilesDirectory).claim();
  app.get(WatchRegister, { strict: false }).execute(app.get(Metrics));
  await app.get(ObservationServer).listen();
  app.get(OutboxRelay).start();
  app.get(AuditSealer).start();
  app.get(JobWorker).start((reason) => {
    process.stderr.write(`The queue cannot be used: ${withoutSecrets(reason.message)}\n`);
    void app.close().finally(() => process.exit(1));
  });
  app.get(ProcessHeartbeat).start('worker');
  runSchedule(app.get(JobQueue), SCHEDULE);
  showHeartbeat(settings.dataDir);
  process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
  process.send?.({ type: 'ready' });
  runAtStart(app, SCHEDULE);
}

/** A file whose age tells whether the worker of this machine, or of this container, is alive. */
function showHeartbeat(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, `worker-${hostname()}.heartbeat`);
  const beat = () => writeFile(file, '', (error) => error && process.stderr.write(`${error.message}\n`));
  beat();
  setInterval(beat, HEARTBEAT_MS).unref();
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
