import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Client } from 'pg';
import { FILES_MARKER, type Settings } from '@app/platform';
import { StartRefused } from '../refusal';
import { type FileCopy, digestOfFile } from './manifest';

/** Where an installation keeps files that belong to the register. */
export type FilePlaces = Pick<Settings, 'dataDir' | 'filesDir'>;

/** Folder of a backup in which the recorded files lie, wherever FILES_DIR is; mails in files lie beside it. */
const RECORDED = 'files';
const MAILS = 'outbox';

/** What of the files could be copied, and which recorded ones are missing or not what they were. */
export interface CopiedFiles {
  readonly files: readonly FileCopy[];
  readonly missing: readonly string[];
}

/**
 * Copies mails in files, and each recorded file that the database knows: what is being received, or was left behind,
 * stays. A recorded file that cannot be had keeps nobody from a backup of the rest.
 */
export async function copyFiles(client: Client, places: FilePlaces, to: string): Promise<CopiedFiles> {
  const files: FileCopy[] = [];
  for (const mail of filesUnder(join(places.dataDir, MAILS))) {
    files.push(await copied(mail, relative(places.dataDir, mail), to));
  }
  const { rows } = await client.query<{ sha256: string }>('SELECT sha256 FROM stored_file ORDER BY sha256');
  const missing: string[] = [];
  for (const { sha256 } of rows) {
    const inside = join(sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const source = join(places.filesDir, inside);
    const found = await digestOfFile(source).catch(() => null);
    if (found === sha256) files.push(await copied(source, join(RECORDED, inside), to));
    else missing.push(sha256);
  }
  return { files, missing };
}

async function copied(source: string, path: string, to: string): Promise<FileCopy> {
  const target = join(to, 'files', path);
  putFile(source, target);
  return { path, bytes: statSync(target).size, sha256: await digestOfFile(target) };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * A folder of files that has a marker is a register's, and only the one whose database knows it may fill it.
 * @throws StartRefused
 */
export async function requireFreeFolder(client: Client, { filesDir }: FilePlaces): Promise<void> {
  const file = join(filesDir, FILES_MARKER);
  if (!existsSync(file)) return;
  const { rows } = await client.query<{ marker: string }>('SELECT marker FROM file_store');
  if (rows[0]?.marker !== readFileSync(file, 'utf8').trim()) {
    throw new StartRefused(`FILES_DIR: ${filesDir} belongs to another register: restore into a new folder.`);
  }
}

/** Puts the files of a backup where this installation keeps them. */
export function putFilesBack(files: readonly FileCopy[], places: FilePlaces, from: string): void {
  for (const { path } of files) {
    const isRecorded = path.startsWith(`${RECORDED}/`);
    const target = isRecorded ? join(places.filesDir, relative(RECORDED, path)) : join(places.dataDir, path);
    putFile(join(from, 'files', path), target);
  }
}

function putFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  copyFileSync(source, target);
  chmodSync(target, 0o600);
}
