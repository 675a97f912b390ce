import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { StartRefused } from '../refusal';
import type { RegisterTable, SequenceState } from './tables';

/** Name of the file that says what a backup holds; written last, so a backup without it is not whole. */
export const MANIFEST = 'manifest.json';

/** A table in a backup: its rows as `COPY` text, compressed. */
export interface TableCopy extends RegisterTable {
  readonly file: string;
  readonly rows: number;
  /** Of the text before compression. */
  readonly sha256: string;
}

/** A file of the installation in a backup. */
export interface FileCopy {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup holds. */
export interface BackupManifest {
  readonly format: 1;
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableCopy[];
  readonly sequences: readonly SequenceState[];
  readonly files: readonly FileCopy[];
  /** The head of the chain of the audit trail; null before its first link. */
  readonly auditHead: { readonly sequence: number; readonly linkSha256: string } | null;
  /** SHA-256 of the public half of the signing key; the key itself is never part of a backup. */
  readonly signingKeyFingerprint: string | null;
}

/** Reads what a backup says of itself. @throws StartRefused when it is none, or not whole. */
export function readManifest(folder: string): BackupManifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) {
    throw new StartRefused(`${folder} is no backup, or one that was not finished: it has no ${MANIFEST}.`);
  }
  let manifest: Partial<BackupManifest>;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<BackupManifest>;
  } catch {
    throw new StartRefused(`${file} cannot be read.`);
  }
  const { format, migrations, tables, sequences, files } = manifest;
  if (format !== 1 || !migrations || !tables || !sequences || !files) {
    throw new StartRefused(`${file} is of a form that this version does not know.`);
  }
  for (const { path } of files) requireInside(path);
  for (const { file: path } of tables) requireInside(path);
  return manifest as BackupManifest;
}

/** A path of a manifest must stay in the folder: a backup may come from anywhere. */
function requireInside(path: string): void {
  const clean = normalize(path);
  if (clean.startsWith('..') || clean.startsWith(sep) || clean.includes(`${sep}..${sep}`)) {
    throw new StartRefused(`The backup names a file outside of itself: ${path}`);
  }
}

/** The SHA-256 of a file. */
export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
