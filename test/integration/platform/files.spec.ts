import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  FILES_MARKER,
  FileAltered,
  FileStore,
  FileTooLarge,
  FilesDirectory,
  FilesModule,
  FilesUnavailable,
  type ReceivedFile,
  SettingsRefused,
  StoredFiles,
  Transactions,
} from '@app/platform';
import { type UseCases, startUseCases } from '../../support/use-cases';

const LIMIT = 1_000_000;
const digestOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

async function* inPieces(content: string | Buffer, size = 1000): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

describe('the store of files', () => {
  let folder: string;
  let parts: UseCases;
  let store: FileStore;
  let filesDir: string;

  const start = (dir: string) =>
    startUseCases({ modules: [FilesModule], entities: [], settings: { DATA_DIR: folder, FILES_DIR: dir } });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mithaq-files-'));
    filesDir = join(folder, 'kept');
    parts = await start(filesDir);
    store = parts.get(FileStore);
    await parts.get(FilesDirectory).claim();
  });
  afterAll(async () => {
    await parts.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pathOf = (sha256: string) => join(filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const incoming = () => readdirSync(join(filesDir, '.incoming'));
  const receive = (content: string | Buffer): Promise<ReceivedFile> =>
    store.receive(inPieces(content), LIMIT);
  const kept = async (content: string | Buffer): Promise<string> => {
    const file = await receive(content);
    await parts.get(Transactions).run((tx) => parts.get(StoredFiles).keep(tx, file, 'application/pdf'));
    await file.discard();
    return file.sha256;
  };
  const read = async (sha256: string): Promise<Buffer> => {
    const found = await store.open(sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of found?.stream() ?? []) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };

  it('keeps a file under its SHA-256, for its owner alone, and gives it back', async () => {
    const content = Buffer.alloc(300_000, 'abc');
    const file = await receive(content);
    expect([file.sha256, file.bytes]).toEqual([digestOf(content), content.length]);
    expect(await store.has(file.sha256)).toBe(false);
    expect(await file.read(299_999, 10)).toEqual(content.subarray(299_999));
    await file.keep();
    await file.keep();
    await file.discard();
    await file.discard();
    expect(await store.has(file.sha256)).toBe(true);
    expect(await read(file.sha256)).toEqual(content);
    expect(incoming()).toEqual([]);
    expect(statSync(pathOf(file.sha256)).mode & 0o077).toBe(0);
    expect(statSync(join(pathOf(file.sha256), '..')).mode & 0o077).toBe(0);
  });

  it('leaves nothing of what is discarded, too large, or breaks off', async () => {
    const before = readdirSync(filesDir, { recursive: true });
    await (await receive('changed my mind')).discard();
    await expect(store.receive(inPieces('x'.repeat(LIMIT + 1)), LIMIT)).rejects.toThrow(FileTooLarge);
    async function* broken() {
      yield Buffer.from('half of ');
      await Promise.reject(new Error('the line went dead'));
    }
    await expect(store.receive(broken(), LIMIT)).rejects.toThrow('the line went dead');
    expect(readdirSync(filesDir, { recursive: true })).toEqual(before);
    await expect(
      store.receive(inPieces('x'.repeat(LIMIT)), LIMIT).then((file) => file.discard()),
    ).resolves.toBeUndefined();
  });

  it('keeps the same content once, however many bring it at a time', async () => {
    const content = Buffer.alloc(200_000, 'same');
    const digests = await Promise.all(Array.from({ length: 12 }, () => kept(content)));
    expect(new Set(digests)).toEqual(new Set([digestOf(content)]));
    expect(await read(digestOf(content))).toEqual(content);
    expect(incoming()).toEqual([]);
    const rows = await parts.db.query<unknown[]>('SELECT FROM stored_file WHERE sha256 = $1', [
      digestOf(content),
    ]);
    expect(rows).toHaveLength(1);
  });

  it('never hands out a file that was changed, and is mended by the same file', async () => {
    for (const size of [10, 65_536, 65_537, 400_000]) {
      const content = Buffer.alloc(size, 7);
      const sha256 = await kept(content);
      const changed = Buffer.from(content);
      changed[size - 1] = 8;
      writeFileSync(pathOf(sha256), changed);
      await expect(read(sha256)).rejects.toThrow(FileAltered);
      writeFileSync(pathOf(sha256), content.subarray(0, size - 1));
      await expect(read(sha256)).rejects.toThrow(FileAltered);
      expect(await kept(content)).toBe(sha256);
      expect(await read(sha256)).toEqual(content);
    }
  });

  it('gives the last bytes of a changed file to nobody', async () => {
    const content = Buffer.alloc(200_000, 1);
    const sha256 = await kept(content);
    writeFileSync(pathOf(sha256), Buffer.alloc(200_000, 2));
    const found = await store.open(sha256);
    let seen = 0;
    await expect(
      (async () => {
        for await (const chunk of found?.stream() ?? []) seen += (chunk as Buffer).length;
      })(),
    ).rejects.toThrow(FileAltered);
    expect(seen).toBeLessThan(content.length);
    await store.remove(sha256);
  });

  it('knows nothing by any other name than a SHA-256', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(store.open(name)).rejects.toThrow('SHA-256');
    }
    expect(await store.open('0'.repeat(64))).toBeNull();
  });

  describe('what was left behind', () => {
    const age = (path: string) => utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'));

    it('goes after a day, and nothing else does', async () => {
      const recorded = await kept('recorded long ago');
      age(pathOf(recorded));
      const orphan = await receive('kept and never recorded');
      await orphan.keep();
      await orphan.discard();
      age(pathOf(orphan.sha256));
      const fresh = await receive('kept and about to be recorded');
      await fresh.keep();
      await fresh.discard();
      const half = join(filesDir, '.incoming/0123.part');
      writeFileSync(half, 'half of a file');
      age(half);
      const underWay = await receive('on its way');
      expect(await parts.get(StoredFiles).sweep()).toBe(2);
      expect(existsSync(half)).toBe(false);
      expect(await store.has(orphan.sha256)).toBe(false);
      expect([await store.has(recorded), await store.has(fresh.sha256)]).toEqual([true, true]);
      await underWay.keep();
      expect(await store.has(underWay.sha256)).toBe(true);
      await underWay.discard();
      expect(readFileSync(join(filesDir, FILES_MARKER), 'utf8')).toMatch(/^[0-9a-f]{32}\n$/);
    });

    it('stays while the same content is being recorded', async () => {
      const content = 'swept and recorded at the same time';
      const orphan = await receive(content);
      await orphan.keep();
      await orphan.discard();
      age(pathOf(orphan.sha256));
      const again = await receive(content);
      const [, swept] = await Promise.all([
        parts.get(Transactions).run((tx) => parts.get(StoredFiles).keep(tx, again, 'application/pdf')),
        parts.get(StoredFiles).sweep(),
      ]);
      await again.discard();
      expect(swept).toBeLessThanOrEqual(1);
      expect(await read(orphan.sha256)).toEqual(Buffer.from(content));
    });
  });

  describe('whose folder it is', () => {
    const refusal = async (dir: string): Promise<string> => {
      const settings = { DATA_DIR: folder, FILES_DIR: dir };
      const context = await startUseCases({ modules: [FilesModule], entities: [], settings });
      try {
        await context.get(FilesDirectory).claim();
        return '';
      } catch (error) {
        if (error instanceof SettingsRefused) return error.sentences.join();
        throw error;
      } finally {
        await context.close();
      }
    };
    const markerOf = (dir: string) => readFileSync(join(dir, FILES_MARKER), 'utf8').trim();

    it('is written down by the first start, in folder and database, also when several start at once', async () => {
      const dir = join(folder, 'several');
      const first = await start(dir);
      await Promise.all(Array.from({ length: 8 }, () => first.get(FilesDirectory).claim()));
      const [row] = await first.db.query<[{ marker: string; placed: boolean }]>(
        'SELECT marker, placed_at IS NOT NULL AS placed FROM file_store',
      );
      expect(row).toEqual({ marker: markerOf(dir), placed: true });
      expect(statSync(dir).mode & 0o077).toBe(0);
      await first.close();
    });

    it('is not guessed when another register’s marker is in it', async () => {
      expect(await refusal(filesDir)).toMatch(/^FILES_DIR: .*kept belongs to another register/);
    });

    it('is missed when the mount is empty, and found when it is back', async () => {
      const dir = join(folder, 'mounted');
      const register = await start(dir);
      const directory = register.get(FilesDirectory);
      await directory.claim();
      renameSync(dir, `${dir}-elsewhere`);
      mkdirSync(dir);
      await expect(directory.claim()).rejects.toThrow(/is empty or not mounted/);
      await expect(register.get(FileStore).receive(inPieces('lost'), LIMIT)).rejects.toThrow(
        FilesUnavailable,
      );
      await expect(register.get(StoredFiles).sweep()).rejects.toThrow(FilesUnavailable);
      expect(readdirSync(dir)).toEqual([]);
      rmSync(dir, { recursive: true });
      renameSync(`${dir}-elsewhere`, dir);
      await directory.claim();
      await (await register.get(FileStore).receive(inPieces('found'), LIMIT)).discard();
      await register.close();
    });

    it('is taken up where a first start was interrupted', async () => {
      const dir = join(folder, 'interrupted');
      const register = await start(dir);
      await register.get(FilesDirectory).claim();
      const marker = markerOf(dir);
      const client = new Client({ connectionString: register.ownerUrl });
      await client.connect();
      await client.query('UPDATE file_store SET placed_at = NULL').finally(() => client.end());
      rmSync(join(dir, FILES_MARKER));
      await register.get(FilesDirectory).claim();
      expect(markerOf(dir)).toBe(marker);
      await register.close();
    });

    it('is said to be unusable when it is no folder, or cannot be written', async () => {
      const file = join(folder, 'a-file');
      writeFileSync(file, '');
      expect(await refusal(file)).toMatch(/^FILES_DIR: .*a-file cannot be read and written \(E\w+\)\.$/);
      expect(await refusal(join(file, 'under-it'))).toMatch(/cannot be read and written \(ENOTDIR\)/);
      expect(await refusal(join(folder, 'n'.repeat(300)))).toMatch(/\(ENAMETOOLONG\)/);
      const closed = join(folder, 'closed');
      mkdirSync(closed, { mode: 0o500 });
      // The superuser writes wherever the disk can be written.
      const said = process.getuid?.() === 0 ? '' : expect.stringContaining('(EACCES)');
      expect(await refusal(closed)).toEqual(said);
    });
  });
});
