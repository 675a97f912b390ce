import { NestFactory } from '@nestjs/core';
import { ExportTrail } from '@app/audit';
import { loadSettings, replaceSettings } from '@app/platform';
import type { Environment } from '../child-process';
import { openRegisterDatabase } from '../register-database';
import { AuditProofModule } from './audit-proof.module';

const log = (line: string): void => console.error(line);

/** Hands over the lines of the register's audit trail, whether the register runs or not. */
export async function readTrail(
  env: Environment,
  take: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const database = await openRegisterDatabase(loadSettings(env), log);
  try {
    const settings = loadSettings(replaceSettings(env, { DATABASE_URL: database.appUrl }));
    const app = await NestFactory.createApplicationContext(AuditProofModule.with(settings), {
      logger: ['fatal', 'error'],
      abortOnError: false,
    });
    try {
      await app.get(ExportTrail).execute(take);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
