import { MachineClock, loadSettings } from '@app/platform';
import { recordBackup } from '../audit-proof/read-trail';
import { folderArgument } from '../backup/folder-argument';
import { requireOwnFolder, writeBackup } from '../backup/write-backup';
import type { Environment } from '../child-process';
import { StartRefused } from '../refusal';
import { openRegisterDatabase } from '../register-database';
import { say } from '../progress';

/** `npm run backup -- --to <folder>`: database and files as they were at one moment, beside a register that may run. */
export async function main(args: string[], env: Environment): Promise<number> {
  const to = folderArgument(args, 'to', 'backup');
  const settings = loadSettings(env);
  const database = await openRegisterDatabase(settings, say);
  try {
    const { ownerUrl } = database;
    if (ownerUrl === null) {
      throw new StartRefused(
        'DATABASE_OWNER_URL is missing: a backup reads every row, as the owner of the tables does.',
      );
    }
    requireOwnFolder(to);
    await recordBackup(env, database.appUrl);
    const madeAt = new MachineClock(0).now();
    const { manifest, missing } = await writeBackup({
      ownerUrl,
      to,
      log: say,
      madeAt,
      places: settings,
    });
    const { tables, files, signingKeyFingerprint } = manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${to}: ${rows} rows of ${tables.length} tables, ${files.length} files.`);
    say(
      signingKeyFingerprint === null
        ? 'No key has signed a checkpoint yet.'
        : `The signing key ${signingKeyFingerprint} is not part of the backup: keep a copy of its file elsewhere.`,
    );
    for (const sha256 of missing)
      say(`MISSING: the recorded file ${sha256} is not where it was kept, or not what it was.`);
    return missing.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}
