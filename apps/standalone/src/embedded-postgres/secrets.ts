import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefused } from '../refusal';

export interface DatabasePasswords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json');
}

/** The passwords kept in DATA_DIR/secrets.json; undefined when none were made yet. */
export function readPasswords(dataDir: string): DatabasePasswords | undefined {
  const content = readSecrets(dataDir);
  const stored = content?.['database'] as Partial<DatabasePasswords> | undefined;
  if (!stored?.superuser || !stored.owner || !stored.app) return undefined;
  return { superuser: stored.superuser, owner: stored.owner, app: stored.app };
}

function readSecrets(dataDir: string): Record<string, unknown> | undefined {
  const file = secretsFile(dataDir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartRefused(
      `${file} cannot be read (${code}): it holds the passwords of the embedded database.`,
    );
  }
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new StartRefused(
      `${file} is not valid JSON: restore it from a copy, it holds the passwords of the database.`,
    );
  }
}

/** Passwords are kept before the cluster that wants them exists, so that no crash leaves one nobody can enter. */
export function createPasswords(dataDir: string): DatabasePasswords {
  const made = (): string => randomBytes(24).toString('base64url');
  const passwords = { superuser: made(), owner: made(), app: made() };
  writeDurably(
    secretsFile(dataDir),
    `${JSON.stringify({ ...readSecrets(dataDir), database: passwords }, null, 2)}\n`,
  );
  return passwords;
}

function writeDurably(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  const { uid, gid } = statSync(dirname(file));
  // Started once by root in somebody's folder: that person must still be able to start it later.
  if (process.getuid?.() === 0 && uid !== 0) chownSync(draft, uid, gid);
  renameSync(draft, file);
  syncFolder(dirname(file));
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
