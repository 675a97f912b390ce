import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore, type ReceivedFile, type StoredContent } from './file-store';
import { FilesDirectory } from './files-directory';
import { FileAltered, FileTooLarge, FilesUnavailable } from './refusals';

const SHA256 = /^[0-9a-f]{64}$/;
const FOLDER = /^[0-9a-f]{2}$/;
const CHUNK = 65_536;

/**
 * Files in a folder: `ab/cd/abcd…`, named by their SHA-256, for the owner of the process alone. A file is received under
 * a name of its own in the same file system, brought to the disk, and appears under its digest whole or not at all.
 */
@Injectable()
export class DirectoryFileStore extends FileStore {
  constructor(private readonly directory: FilesDirectory) {
    super();
  }

  async receive(content: AsyncIterable<Buffer>, limit: number): Promise<ReceivedFile> {
    await this.directory.requireOwn();
    const path = join(this.directory.incoming, `${randomBytes(16).toString('hex')}.part`);
    const handle = await open(path, 'wx+', 0o600);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of content) {
        bytes += chunk.length;
        if (bytes > limit) throw new FileTooLarge(limit);
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      await handle.sync();
      const sha256 = hash.digest('hex');
      return new FileInFolder({ handle, path, sha256, bytes, keepAs: (from) => this.keepAs(from, sha256) });
    } catch (error) {
      await handle.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  async open(sha256: string): Promise<StoredContent | null> {
    const path = this.pathOf(sha256);
    let handle: FileHandle;
    try {
      handle = await open(path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new FilesUnavailable();
    }
    const { size } = await handle.stat();
    return {
      bytes: size,
      stream: () =>
        Readable.from(verified(handle, sha256), { objectMode: false, highWaterMark: CHUNK }).once(
          'close',
          () => void handle.close(),
        ),
      close: () => handle.close(),
    };
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.pathOf(sha256)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  async *keptBefore(instant: Date): AsyncIterable<readonly string[]> {
    await this.directory.requireOwn();
    for (const first of await foldersIn(this.directory.path)) {
      for (const second of await foldersIn(join(this.directory.path, first))) {
        const folder = join(this.directory.path, first, second);
        const old: string[] = [];
        for (const name of await readdir(folder)) {
          if (SHA256.test(name) && (await isOlder(join(folder, name), instant))) old.push(name);
        }
        if (old.length > 0) yield old;
      }
    }
  }

  async sweepReceived(before: Date): Promise<number> {
    await this.directory.requireOwn();
    let swept = 0;
    for (const name of await readdir(this.directory.incoming)) {
      const path = join(this.directory.incoming, name);
      if (!(await isOlder(path, before))) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  /** A file that is there already is replaced by its equal, which mends one that was damaged. */
  private async keepAs(from: string, sha256: string): Promise<void> {
    await this.directory.requireOwn();
    const target = this.pathOf(sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(from, target);
    await syncFolder(dirname(target));
  }

  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('a file is named by its SHA-256');
    return join(this.directory.path, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

interface Received {
  readonly handle: FileHandle;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly keepAs: (from: string) => Promise<void>;
}

class FileInFolder implements ReceivedFile {
  readonly sha256: string;
  readonly bytes: number;
  private state: 'received' | 'kept' | 'discarded' = 'received';

  constructor(private readonly received: Received) {
    this.sha256 = received.sha256;
    this.bytes = received.bytes;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.bytes - offset));
    const { bytesRead, buffer } = await this.received.handle.read(Buffer.alloc(wanted), 0, wanted, offset);
    return buffer.subarray(0, bytesRead);
  }

  async keep(): Promise<void> {
    if (this.state === 'discarded') throw new Error('the file was discarded');
    if (this.state === 'received') await this.received.keepAs(this.received.path);
    this.state = 'kept';
  }

  async discard(): Promise<void> {
    if (this.state === 'discarded') return;
    const wasKept = this.state === 'kept';
    this.state = 'discarded';
    await this.received.handle.close();
    if (!wasKept) await rm(this.received.path, { force: true });
  }
}

/** The bytes of a file, the last of them held back until all were seen to be those that were kept. */
async function* verified(handle: FileHandle, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  for (let offset = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, offset);
    if (bytesRead === 0) break;
    if (held !== null) yield held;
    held = buffer.subarray(0, bytesRead);
    hash.update(held);
    offset += bytesRead;
  }
  if (hash.digest('hex') !== sha256) throw new FileAltered();
  if (held !== null) yield held;
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && FOLDER.test(entry.name)).map(({ name }) => name);
}

/** What goes while it is looked at is not old. */
async function isOlder(path: string, instant: Date): Promise<boolean> {
  return stat(path).then(
    ({ mtime }) => mtime < instant,
    () => false,
  );
}

/** A name survives a power failure once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
