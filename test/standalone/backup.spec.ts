import 'reflect-metadata';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { main as verify } from '../../apps/standalone/src/commands/audit-verify';
import { main as backup } from '../../apps/standalone/src/commands/backup';
import { main as restore } from '../../apps/standalone/src/commands/restore';
import { MANIFEST, readManifest } from '../../apps/standalone/src/backup/manifest';
import { loadFirstContent } from '../../apps/standalone/src/first-content/load-first-content';
import { loadSettings } from '../../libs/platform/src/config/settings';
import { type TestDatabase, createTestDatabase } from '../support/database';

jest.setTimeout(120_000);

/** A recorded file, and where it lies. */
const SIGNED = createHash('sha256').update('a signed text').digest('hex');
const PLACE = `${SIGNED.slice(0, 2)}/${SIGNED.slice(2, 4)}/${SIGNED}`;

/** A fresh register with the real content, as a start makes it, and an installation to restore it to. */
describe('a backup', () => {
  const said: string[] = [];
  let folder: string;
  let here: TestDatabase;

  const environment = ({ ownerUrl, appUrl }: TestDatabase, dataDir: string) => ({
    NODE_ENV: 'test',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATA_DIR: join(folder, dataDir),
  });

  async function rowsOf<Row extends object>(url: string, sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Row>(sql).finally(() => client.end());
    return rows;
  }

  /** Every table as one digest of its sorted rows. */
  async function contentOf({ ownerUrl }: TestDatabase): Promise<Record<string, string>> {
    const tables = await rowsOf<{ name: string }>(
      ownerUrl,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relpersistence = 'p'
          AND relnamespace = 'public'::regnamespace AND relname <> 'schema_migration' ORDER BY relname`,
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await rowsOf<{ digest: string }>(
        ownerUrl,
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM "${name}" t`,
      );
      content[name] = row?.digest ?? '';
    }
    return content;
  }

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    folder = mkdtempSync(join(tmpdir(), 'mithaq-backup-'));
    here = await createTestDatabase();
    await loadFirstContent(loadSettings(environment(here, 'here')), () => undefined);
    mkdirSync(join(folder, 'here/outbox'), { recursive: true });
    writeFileSync(join(folder, 'here/outbox/letter.eml'), 'A letter\r\n');
    writeFileSync(join(folder, 'here/secrets.json'), 'never part of a backup');
    await rowsOf(
      here.ownerUrl,
      `INSERT INTO stored_file (sha256, bytes, media_type, stored_at)
       VALUES ('${SIGNED}', 13, 'application/pdf', '2026-01-01')`,
    );
    const marked = join(folder, 'here/files');
    mkdirSync(join(marked, PLACE, '..'), { recursive: true });
    mkdirSync(join(marked, '.incoming'));
    writeFileSync(join(marked, '.mithaq-files'), 'the marker of this place');
    writeFileSync(join(marked, '.incoming/half.part'), 'half of');
    writeFileSync(join(marked, PLACE), 'a signed text');
    expect(await backup(['--to', join(folder, 'backup')], environment(here, 'here'))).toBe(0);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await here.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds every table and the files of the register, for its owner alone, and no secret', () => {
    const manifest = readManifest(join(folder, 'backup'));
    expect(manifest.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['account', 'agreement', 'agreement_version', 'audit_entry', 'personal_value']),
    );
    expect(manifest.tables.find(({ name }) => name === 'agreement')?.rows).toBe(28);
    expect(manifest.files.map(({ path }) => path)).toEqual(['outbox/letter.eml', `files/${PLACE}`]);
    const written = readdirSync(join(folder, 'backup'), { recursive: true, encoding: 'utf8' });
    expect(written.some((name) => name.includes('secrets'))).toBe(false);
    for (const name of written) {
      expect(statSync(join(folder, 'backup', name)).mode & 0o077).toBe(0);
    }
  });

  it('is noted in the trail that it holds, and sealed', async () => {
    const noted = await rowsOf<{ actor: string; user: string }>(
      here.ownerUrl,
      `SELECT e.actor, v.value AS user FROM audit_entry e JOIN audit_link l ON l.entry_id = e.id
         JOIN audit_personal_value v ON v.entry_id = e.id WHERE e.action = 'register.backed_up'`,
    );
    expect(noted).toEqual([{ actor: 'system:export', user: userInfo().username }]);
    const { auditHead } = readManifest(join(folder, 'backup'));
    const [head] = await rowsOf<{ sequence: string }>(
      here.ownerUrl,
      `SELECT sequence FROM audit_link JOIN audit_entry e ON e.id = entry_id WHERE action = 'register.backed_up'`,
    );
    expect(auditHead?.sequence).toBe(Number(head?.sequence));
  });

  it('restored elsewhere is equal row by row, goes on counting, and says where it is', async () => {
    const before = await contentOf(here);
    const there = await createTestDatabase();
    expect(await restore(['--from', join(folder, 'backup')], environment(there, 'there'))).toBe(0);
    const after = await contentOf(there);
    // The trail goes on with the entries that say so; everything else is as it was.
    const grown = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(grown).toEqual(['audit_checkpoint', 'audit_entry', 'audit_link']);
    const entries = await rowsOf<{ action: string; payload: Record<string, unknown> }>(
      there.ownerUrl,
      `SELECT e.action, e.payload FROM audit_entry e JOIN audit_link l ON l.entry_id = e.id
        WHERE e.action IN ('register.restored', 'audit_key.introduced') ORDER BY l.sequence`,
    );
    expect(entries.map(({ action }) => action)).toEqual(['register.restored', 'audit_key.introduced']);
    expect(entries[0]?.payload).toMatchObject({ to: 'http://127.0.0.1:3000', signedBefore: null });
    const signed = await rowsOf<{ same: boolean }>(
      there.ownerUrl,
      `SELECT sequence = (SELECT max(sequence) FROM audit_link) AS same FROM audit_checkpoint`,
    );
    expect(signed).toEqual([{ same: true }]);
    said.length = 0;
    expect(await verify([], environment(there, 'there'))).toBe(0);
    expect(said.at(-1)).toBe('SOUND');
    expect(readFileSync(join(folder, 'there/outbox/letter.eml'), 'utf8')).toBe('A letter\r\n');
    // The folder of files is marked by the first start, as that of another register.
    expect(readdirSync(join(folder, 'there/files'))).toEqual([SIGNED.slice(0, 2)]);
    expect(readFileSync(join(folder, 'there/files', PLACE), 'utf8')).toBe('a signed text');
    expect(statSync(join(folder, 'there/files', PLACE)).mode & 0o077).toBe(0);
    expect(existsSync(join(folder, 'there/audit-signing-key.pem'))).toBe(true);
    // What refuses changes of the trail does so again.
    await expect(rowsOf(there.ownerUrl, 'DELETE FROM audit_entry')).rejects.toThrow('only grows');
    await there.drop();
  });

  it('is never restored into the files of another register', async () => {
    const there = await createTestDatabase();
    const env = { ...environment(there, 'other'), FILES_DIR: join(folder, 'here/files') };
    await expect(restore(['--from', join(folder, 'backup')], env)).rejects.toThrow(
      'belongs to another register',
    );
    expect(await rowsOf(there.ownerUrl, 'SELECT id FROM account')).toEqual([]);
    await there.drop();
  });

  it('is never restored over a register in use', async () => {
    const before = await contentOf(here);
    await expect(restore(['--from', join(folder, 'backup')], environment(here, 'here'))).rejects.toThrow(
      'The register is not empty',
    );
    expect(await contentOf(here)).toEqual(before);
  });

  it('that was damaged is refused before anything is changed', async () => {
    const there = await createTestDatabase();
    const damaged = join(folder, 'damaged');
    const env = environment(here, 'here');
    expect(await backup(['--to', damaged], env)).toBe(0);
    const file = join(damaged, 'tables/agreement.copy.gz');
    const bytes = readFileSync(file);
    bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(restore(['--from', damaged], environment(there, 'other'))).rejects.toThrow(
      'The backup is damaged: tables/agreement.copy.gz',
    );
    rmSync(join(damaged, MANIFEST));
    await expect(restore(['--from', damaged], environment(there, 'other'))).rejects.toThrow('is no backup');
    expect(await rowsOf(there.ownerUrl, 'SELECT id FROM account')).toEqual([]);
    await there.drop();
  });

  it('says which recorded files it could not take, and takes the rest', async () => {
    writeFileSync(join(folder, 'here/files', PLACE), 'another text');
    expect(await backup(['--to', join(folder, 'without')], environment(here, 'here'))).toBe(1);
    expect(said.at(-1)).toContain(`MISSING: the recorded file ${SIGNED}`);
    expect(readManifest(join(folder, 'without')).files.map(({ path }) => path)).toEqual([
      'outbox/letter.eml',
    ]);
  });

  it('of another version, or that names files outside of itself, is refused', async () => {
    const there = await createTestDatabase();
    const changed = (change: object) => {
      const manifest = readManifest(join(folder, 'backup'));
      writeFileSync(join(folder, 'backup', MANIFEST), JSON.stringify({ ...manifest, ...change }));
      return () => writeFileSync(join(folder, 'backup', MANIFEST), JSON.stringify(manifest));
    };
    const attempt = () => restore(['--from', join(folder, 'backup')], environment(there, 'other'));
    let back = changed({
      migrations: [...readManifest(join(folder, 'backup')).migrations, 'Later2000000000000'],
    });
    await expect(attempt()).rejects.toThrow('a newer version of Mithaq (Later2000000000000)');
    back();
    back = changed({ files: [{ path: '../../elsewhere', bytes: 1, sha256: '' }] });
    await expect(attempt()).rejects.toThrow('outside of itself');
    back();
    await there.drop();
  });

  it('wants a folder of its own and says how it is called', async () => {
    const env = environment(here, 'here');
    await expect(backup([], env)).rejects.toThrow('Usage: npm run backup -- --to <folder>');
    await expect(backup(['--to', join(folder, 'backup')], env)).rejects.toThrow('is not empty');
    await expect(restore(['--nonsense'], env)).rejects.toThrow('Usage: npm run restore -- --from <folder>');
  });
});
