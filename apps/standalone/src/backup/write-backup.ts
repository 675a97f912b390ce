import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartRefused } from '../refusal';
import { type BackupManifest, MANIFEST, type TableCopy } from './manifest';
import { type FilePlaces, copyFiles } from './register-files';
import {
  ONE_TEXT_FOR_A_VALUE,
  type RegisterTable,
  appliedMigrations,
  copyStatement,
  registerSequences,
  registerTables,
} from './tables';

export interface BackupRequest {
  readonly ownerUrl: string;
  readonly places: FilePlaces;
  /** A folder that is not there yet. */
  readonly to: string;
  readonly madeAt: Date;
  readonly log: (line: string) => void;
}

/** @throws StartRefused when something is in the folder */
export function requireOwnFolder(to: string): void {
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new StartRefused(`${to} is not empty: a backup is written into a folder of its own.`);
  }
}

/** What a backup holds, and the recorded files that it could not take. */
export interface WrittenBackup {
  readonly manifest: BackupManifest;
  readonly missing: readonly string[];
}

/**
 * Writes database and files into a new folder, readable by its owner alone: the whole database as it was at one moment,
 * while the register goes on. The manifest comes last.
 */
export async function writeBackup(request: BackupRequest): Promise<WrittenBackup> {
  const { ownerUrl, to, log } = request;
  requireOwnFolder(to);
  mkdirSync(join(to, 'tables'), { recursive: true, mode: 0o700 });
  const client = new Client({ connectionString: ownerUrl, application_name: 'mithaq backup' });
  await client.connect();
  try {
    await client.query(ONE_TEXT_FOR_A_VALUE);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: TableCopy[] = [];
    for (const table of await registerTables(client)) {
      tables.push(await copyTable(client, table, to));
      log(`${table.name}: ${tables.at(-1)?.rows ?? 0} rows`);
    }
    const { files, missing } = await copyFiles(client, request.places, to);
    const manifest: BackupManifest = {
      format: 1,
      madeAt: request.madeAt.toISOString(),
      migrations: await appliedMigrations(client),
      tables,
      sequences: await registerSequences(client),
      files,
      auditHead: await auditHead(client),
      signingKeyFingerprint: await signingKeyFingerprint(client),
    };
    await client.query('COMMIT');
    writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return { manifest, missing };
  } finally {
    await client.end();
  }
}

async function copyTable(client: Client, table: RegisterTable, to: string): Promise<TableCopy> {
  const file = join('tables', `${table.name}.copy.gz`);
  const digest = new Digest();
  const source = client.query(copyTo(copyStatement(table, 'TO STDOUT')));
  await pipeline(
    source,
    digest,
    createGzip({ level: 6 }),
    createWriteStream(join(to, file), { mode: 0o600 }),
  );
  return { ...table, file, rows: source.rowCount, sha256: digest.hex };
}

/** Passes on what it sees and keeps its SHA-256. */
export class Digest extends Transform {
  private readonly hash: Hash = createHash('sha256');
  hex = '';

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: () => void): void {
    this.hex = this.hash.digest('hex');
    done();
  }
}

async function auditHead(client: Client): Promise<BackupManifest['auditHead']> {
  const { rows } = await client.query<{ sequence: string; sha256: string }>(
    `SELECT sequence, encode(link_sha256, 'hex') AS sha256 FROM audit_link ORDER BY sequence DESC LIMIT 1`,
  );
  const [head] = rows;
  return head ? { sequence: Number(head.sequence), linkSha256: head.sha256 } : null;
}

/** Of the key that signed last: who restores needs that key, or says with a new one that the place is another. */
async function signingKeyFingerprint(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ fingerprint: string }>(
    'SELECT key_fingerprint AS fingerprint FROM audit_checkpoint ORDER BY made_at DESC, id DESC LIMIT 1',
  );
  return rows[0]?.fingerprint ?? null;
}
