import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { DataSource } from 'typeorm';
import { readOrMake } from '../config/made-file';
import { Settings, SettingsRefused } from '../config/settings';
import { FilesUnavailable } from './refusals';

/** Name of the file that says whose folder this is. */
export const FILES_MARKER = '.mithaq-files';

/** Folder of what is being received, in the same file system as what is kept. */
const INCOMING = '.incoming';

interface KnownMarker {
  readonly marker: string;
  readonly placed: boolean;
}

/**
 * The folder of the register's files. The database and the folder hold the same marker, so that an instance whose
 * mount is missing, or is another register's, is found before it writes or misses a file.
 */
@Injectable()
export class FilesDirectory {
  private marker: string | null = null;

  // Not by way of a transaction: whose folder this is does not depend on who asks, nor on what becomes of a request.
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  get path(): string {
    return this.settings.filesDir;
  }

  get incoming(): string {
    return join(this.path, INCOMING);
  }

  /**
   * Holds the folder's marker against the register's; the first start of a register makes both.
   * @throws SettingsRefused when the folder cannot be written, holds no marker, or another register's.
   */
  async claim(): Promise<void> {
    const known = await this.knownMarker();
    const found = await this.readMarker();
    if (found === null && known.placed) throw new SettingsRefused([withoutMarker(this.path)]);
    if (found !== null && found !== known.marker) throw new SettingsRefused([ofAnother(this.path)]);
    await this.requireWritable();
    if (!known.placed) await this.place(known.marker);
    this.marker = known.marker;
  }

  /** The same while the register runs: a mount may go. @throws FilesUnavailable */
  async requireOwn(): Promise<void> {
    if (this.marker === null) await this.claim();
    else if ((await this.readMarker()) !== this.marker) throw new FilesUnavailable();
  }

  private async requireWritable(): Promise<void> {
    const trial = join(this.incoming, `trial-${randomBytes(8).toString('hex')}`);
    try {
      await mkdir(this.incoming, { recursive: true, mode: 0o700 });
      await writeFile(trial, '', { mode: 0o600, flag: 'wx' });
      await rm(trial);
    } catch (error) {
      throw unusable(this.path, error);
    }
  }

  /** Null when there is none. */
  private async readMarker(): Promise<string | null> {
    try {
      return (await readFile(join(this.path, FILES_MARKER), 'utf8')).trim();
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw unusable(this.path, error);
    }
  }

  /** Processes that start together agree on the marker that one of them wrote first. */
  private async knownMarker(): Promise<KnownMarker> {
    await this.dataSource.query('INSERT INTO file_store (marker) VALUES ($1) ON CONFLICT DO NOTHING', [
      randomBytes(16).toString('hex'),
    ]);
    const [row] = await this.dataSource.query<[KnownMarker]>(
      'SELECT marker, placed_at IS NOT NULL AS placed FROM file_store',
    );
    return row;
  }

  /** A first start that was interrupted before it said so goes on here. */
  private async place(marker: string): Promise<void> {
    if (readOrMake(join(this.path, FILES_MARKER), () => `${marker}\n`).trim() !== marker)
      throw new SettingsRefused([ofAnother(this.path)]);
    await this.dataSource.query('UPDATE file_store SET placed_at = $1 WHERE placed_at IS NULL', [
      this.clock.now(),
    ]);
  }
}

function withoutMarker(path: string): string {
  return (
    `FILES_DIR: ${path} is empty or not mounted: it holds no ${FILES_MARKER}, and this register keeps its files ` +
    'elsewhere. Mount the folder that all instances share, or put its files back from a backup.'
  );
}

function ofAnother(path: string): string {
  return `FILES_DIR: ${path} belongs to another register: its ${FILES_MARKER} is not the one that this database knows.`;
}

function unusable(path: string, error: unknown): SettingsRefused {
  const { code, message } = error as NodeJS.ErrnoException;
  return new SettingsRefused([`FILES_DIR: ${path} cannot be read and written (${code ?? message}).`]);
}
