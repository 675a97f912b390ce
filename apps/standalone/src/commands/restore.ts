import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type Settings, loadSettings, replaceSettings, migrate } from '@app/platform';
import { folderArgument } from '../backup/folder-argument';
import { type BackupManifest, readManifest } from '../backup/manifest';
import { RecordRestoration } from '../backup/record-restoration';
import { restoreBackup, verifyBackup } from '../backup/restore-backup';
import { RestorationModule } from '../backup/restoration.module';
import type { Environment } from '../child-process';
import { StartRefused } from '../refusal';
import { openRegisterDatabase } from '../register-database';
import { say } from '../progress';

/** `npm run restore -- --from <folder>`: a backup into an empty register, whole or not at all. */
export async function main(args: string[], env: Environment): Promise<number> {
  const from = folderArgument(args, 'from', 'restore');
  const settings = loadSettings(env);
  const manifest = readManifest(from);
  say(`backup of ${manifest.madeAt}: reading it once before anything is changed`);
  await verifyBackup(from, manifest);
  const database = await openRegisterDatabase(settings, say);
  try {
    const { ownerUrl, appUrl } = database;
    if (ownerUrl === null) {
      throw new StartRefused('DATABASE_OWNER_URL is missing: a restoration fills the tables as their owner.');
    }
    if (settings.databaseUrl !== null) await migrate({ ownerUrl, appUrl, log: say });
    await restoreBackup({ ownerUrl, places: settings, from, manifest, log: say });
    await record(loadSettings(replaceSettings(env, { DATABASE_URL: appUrl })), manifest);
    return 0;
  } finally {
    await database.close();
  }
}

async function record(settings: Settings, manifest: BackupManifest): Promise<void> {
  const app = await NestFactory.createApplicationContext(RestorationModule.with(settings), {
    logger: ['fatal', 'error'],
    abortOnError: false,
  });
  try {
    const { sequence, keyFingerprint, sameKey } = await app.get(RecordRestoration).execute(manifest);
    say(`Every row is equal. Entry ${sequence} of the audit trail says where it was restored to.`);
    say(
      sameKey
        ? `It is signed with the same key as before (${keyFingerprint}).`
        : `It is signed with the key of this place (${keyFingerprint}), which is not the one that signed before.`,
    );
  } finally {
    await app.close();
  }
}
