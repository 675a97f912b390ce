import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { StartRefused } from '../refusal';
import { type BackupManifest, type TableCopy, digestOfFile } from './manifest';
import { type FilePlaces, putFilesBack, requireFreeFolder } from './register-files';
import { Digest } from './write-backup';
import { ONE_TEXT_FOR_A_VALUE, appliedMigrations, copyStatement, registerTables } from './tables';

export interface RestoreRequest {
  readonly ownerUrl: string;
  readonly places: FilePlaces;
  readonly from: string;
  readonly manifest: BackupManifest;
  readonly log: (line: string) => void;
}

/** Reads every file of a backup before anything is changed. @throws StartRefused naming the first that is not as written */
export async function verifyBackup(folder: string, { tables, files }: BackupManifest): Promise<void> {
  for (const { name, file, sha256 } of tables) {
    const digest = new Digest();
    await pipeline(createReadStream(join(folder, file)), createGunzip(), digest, nowhere()).catch(
      () => undefined,
    );
    if (digest.hex !== sha256) throw new StartRefused(`The backup is damaged: ${file} (${name}).`);
  }
  for (const { path, sha256 } of files) {
    const found = await digestOfFile(join(folder, 'files', path)).catch(() => null);
    if (found !== sha256) throw new StartRefused(`The backup is damaged: files/${path}.`);
  }
}

/**
 * Fills an empty register of the same schema with the rows of a backup, in one transaction, and reads them back: the
 * register is equal row by row, or nothing was restored. Then the files.
 * @throws StartRefused when the register is not empty, of another schema, or not equal.
 */
export async function restoreBackup(request: RestoreRequest): Promise<void> {
  const { ownerUrl, manifest, log } = request;
  const client = new Client({ connectionString: ownerUrl, application_name: 'mithaq restore' });
  await client.connect();
  try {
    await client.query(ONE_TEXT_FOR_A_VALUE);
    await client.query('BEGIN');
    await requireSameSchema(client, manifest);
    await requireEmptyRegister(client);
    await requireFreeFolder(client, request.places);
    const tables = [...manifest.tables];
    await withoutTriggers(client, tables, async () => {
      for (const table of [...tables].reverse())
        await client.query(`DELETE FROM ${escapeIdentifier(table.name)}`);
      for (const table of tables) {
        await fillTable(client, table, request.from);
        log(`${table.name}: ${table.rows} rows`);
      }
    });
    for (const { name, lastValue, isCalled } of manifest.sequences) {
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        escapeIdentifier(name),
        lastValue,
        isCalled,
      ]);
    }
    for (const table of tables) await requireEqual(client, table);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  putFilesBack(manifest.files, request.places, request.from);
}

async function requireSameSchema(client: Client, { migrations, tables }: BackupManifest): Promise<void> {
  const here = await appliedMigrations(client);
  const missing = migrations.filter((name) => !here.includes(name));
  const more = here.filter((name) => !migrations.includes(name));
  if (missing.length > 0 || more.length > 0) {
    throw new StartRefused(
      `The backup was made by ${missing.length > 0 ? 'a newer' : 'an older'} version of Mithaq ` +
        `(${[...missing, ...more].join(', ')}): restore it with that version, then bring it up to date.`,
    );
  }
  const known = new Map((await registerTables(client)).map(({ name, columns }) => [name, columns.join()]));
  const strange = tables.find(({ name, columns }) => known.get(name) !== columns.join());
  if (strange) throw new StartRefused(`The backup holds a table of another shape: ${strange.name}.`);
}

/** A register with an account is in use: a restoration never overwrites one. */
async function requireEmptyRegister(client: Client): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    'SELECT EXISTS (SELECT FROM account) OR EXISTS (SELECT FROM agreement) OR EXISTS (SELECT FROM audit_entry) AS used',
  );
  if (rows[0]?.used) {
    throw new StartRefused('The register is not empty: restore into a new DATA_DIR, or into a new database.');
  }
}

/** Triggers speak of changes that people make; the rows of a backup have been through them. */
async function withoutTriggers(
  client: Client,
  tables: readonly TableCopy[],
  work: () => Promise<void>,
): Promise<void> {
  for (const { name } of tables)
    await client.query(`ALTER TABLE ${escapeIdentifier(name)} DISABLE TRIGGER USER`);
  await work();
  // Keys that are checked at the end must be checked before the tables may be altered again.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { name } of tables)
    await client.query(`ALTER TABLE ${escapeIdentifier(name)} ENABLE TRIGGER USER`);
}

async function fillTable(client: Client, table: TableCopy, folder: string): Promise<void> {
  const target = client.query(copyFrom(copyStatement(table, 'FROM STDIN')));
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), target);
}

async function requireEqual(client: Client, table: TableCopy): Promise<void> {
  const digest = new Digest();
  const source = client.query(copyTo(copyStatement(table, 'TO STDOUT')));
  await pipeline(source, digest, nowhere());
  if (digest.hex !== table.sha256) {
    throw new StartRefused(`${table.name} is not equal to the backup: nothing was restored.`);
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
