import { inflateRawSync } from 'node:zlib';
import type { FileBytes } from '../file-store';

/** A file in a container, as the container's directory tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  /** Where its own header lies. */
  readonly offset: number;
}

const END_MARK = Buffer.from('504b0506', 'hex');
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;
const LARGEST_DIRECTORY = 4_194_304;
const LARGEST_PART = 2_097_152;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x0001;

/**
 * The directory of a zip container; null when the file is not one from its first byte to its last: with something
 * before, behind or between, programs would disagree about what it holds.
 */
export async function readZipDirectory(file: FileBytes): Promise<readonly ZipEntry[] | null> {
  const tailAt = Math.max(0, file.bytes - END_BYTES - LONGEST_COMMENT);
  const tail = await file.read(tailAt, file.bytes - tailAt);
  const at = tail.lastIndexOf(END_MARK);
  if (at < 0 || tail.length < at + END_BYTES) return null;
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  const whole =
    tail.readUInt32LE(at + 4) === 0 &&
    tail.readUInt16LE(at + 8) === count &&
    at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length &&
    offset + size === tailAt + at;
  if (!whole || count === 0 || count > MOST_ENTRIES || size > LARGEST_DIRECTORY) return null;
  const entries = entriesIn(await file.read(offset, size), count);
  const names = new Set(entries?.map(({ name }) => name.toLowerCase()));
  if (entries === null || names.size !== count) return null;
  return Math.min(...entries.map((entry) => entry.offset)) === 0 ? entries : null;
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.length < at + ENTRY_BYTES || directory.readUInt32LE(at) !== ENTRY_MARK) return null;
    const nameBytes = directory.readUInt16LE(at + 28);
    const next =
      at + ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (directory.length < next) return null;
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      compressed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  return at === directory.length ? entries : null;
}

/** What a small part holds; null when it cannot be read, or is larger than any of its kind. */
export async function readZipEntry(file: FileBytes, entry: ZipEntry): Promise<string | null> {
  const local = await file.read(entry.offset, LOCAL_BYTES);
  if (local.length < LOCAL_BYTES || local.readUInt32LE(0) !== LOCAL_MARK) return null;
  if (entry.compressed > LARGEST_PART) return null;
  const nameBytes = local.readUInt16LE(26);
  const head = await file.read(entry.offset + LOCAL_BYTES, nameBytes);
  if (head.toString('utf8') !== entry.name) return null;
  const start = entry.offset + LOCAL_BYTES + nameBytes + local.readUInt16LE(28);
  const bytes = await file.read(start, entry.compressed);
  if (bytes.length < entry.compressed) return null;
  if (entry.method === STORED) return bytes.toString('utf8');
  return entry.method === DEFLATED ? inflated(bytes) : null;
}

function inflated(bytes: Buffer): string | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: LARGEST_PART }).toString('utf8');
  } catch {
    return null;
  }
}
