import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExportTrail } from '@app/audit';
import { loadSettings, replaceSettings } from '@app/platform';
import type { Environment } from '../child-process';
import { openRegisterDatabase } from '../register-database';
import { AuditProofModule } from './audit-proof.module';
import { RecordExport } from './record-export';

const log = (line: string): void => console.error(line);

type TakeLines = (lines: readonly string[]) => Promise<void>;

/** Hands over the lines of the register's audit trail, whether the register runs or not. */
export async function readTrail(env: Environment, take: TakeLines): Promise<void> {
  const database = await openRegisterDatabase(loadSettings(env), log);
  try {
    await withTrail(env, database.appUrl, (app) => app.get(ExportTrail).execute(take));
  } finally {
    await database.close();
  }
}

/** The same for a file that leaves the register, which the trail notes first. */
export async function exportTrail(env: Environment, take: TakeLines): Promise<void> {
  const database = await openRegisterDatabase(loadSettings(env), log);
  try {
    await withTrail(env, database.appUrl, async (app) => {
      await app.get(RecordExport).execute('trail');
      await app.get(ExportTrail).execute(take);
    });
  } finally {
    await database.close();
  }
}

/** Notes in the trail that the whole register is about to leave in a backup. */
export async function recordBackup(env: Environment, appUrl: string): Promise<void> {
  await withTrail(env, appUrl, (app) => app.get(RecordExport).execute('register'));
}

async function withTrail(
  env: Environment,
  appUrl: string,
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const settings = loadSettings(replaceSettings(env, { DATABASE_URL: appUrl }));
  const app = await NestFactory.createApplicationContext(AuditProofModule.with(settings), {
    logger: ['fatal', 'error'],
    abortOnError: false,
  });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}
