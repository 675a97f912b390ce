import type { FileBytes } from '../file-store';
import { endsQuietlyAfter } from './quiet-end';

const PNG_START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');
const JPEG_END = Buffer.from('ffd9', 'hex');
const MOST_PAGES = 5_000;
const MOST_ENTRIES = 1_000;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;
/** Tags whose values say where the image's bytes lie, and those that say how many there are. */
const PLACES_AND_LENGTHS: ReadonlyMap<number, number> = new Map([
  [273, 279],
  [324, 325],
]);

/** From its first chunk, the header, to the end of its last. */
export async function isWholePng(file: FileBytes): Promise<boolean> {
  const start = await file.read(0, PNG_START.length);
  const end = await file.read(file.bytes - PNG_END.length, PNG_END.length);
  return start.equals(PNG_START) && end.equals(PNG_END);
}

/** Ends where its image ends. */
export async function isWholeJpeg(file: FileBytes): Promise<boolean> {
  return endsQuietlyAfter(file, JPEG_END);
}

type Numbers = (bytes: Buffer, at: number, size: 2 | 4) => number;

/** Each page's directory, and the image that it points to, lie within the file. */
export async function isWholeTiff(file: FileBytes): Promise<boolean> {
  const head = await file.read(0, 8);
  if (head.length < 8) return false;
  const little = head.toString('latin1', 0, 2) === 'II';
  const number: Numbers = (bytes, at, size) =>
    little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  let directory = number(head, 4, 4);
  for (let page = 0; directory !== 0; page += 1) {
    const next = page < MOST_PAGES ? await nextDirectory(file, directory, number) : null;
    if (next === null) return false;
    directory = next;
  }
  return number(head, 4, 4) !== 0;
}

/** Where the next page's directory lies, 0 after the last; null when this one does not hold what it says. */
async function nextDirectory(file: FileBytes, at: number, number: Numbers): Promise<number | null> {
  const count = await file.read(at, 2);
  if (count.length < 2) return null;
  const entries = number(count, 0, 2);
  const size = entries * ENTRY_BYTES;
  const bytes = await file.read(at + 2, size + 4);
  if (entries === 0 || entries > MOST_ENTRIES || bytes.length < size + 4) return null;
  const byTag = new Map(
    Array.from({ length: entries }, (_, index) => index * ENTRY_BYTES).map((offset) => [
      number(bytes, offset, 2),
      bytes.subarray(offset, offset + ENTRY_BYTES),
    ]),
  );
  for (const [places, lengths] of PLACES_AND_LENGTHS) {
    const [starts, counts] = [byTag.get(places), byTag.get(lengths)];
    if (starts && counts && !(await liesWithin(file, starts, counts, number))) return null;
  }
  return number(bytes, size, 4);
}

/** Looks at the last piece, which in a file that was cut off is the missing one. */
async function liesWithin(
  file: FileBytes,
  starts: Buffer,
  counts: Buffer,
  number: Numbers,
): Promise<boolean> {
  const [start, length] = [await lastValue(file, starts, number), await lastValue(file, counts, number)];
  return start !== null && length !== null && start + length <= file.bytes;
}

async function lastValue(file: FileBytes, entry: Buffer, number: Numbers): Promise<number | null> {
  const type = number(entry, 2, 2);
  const count = number(entry, 4, 4);
  if ((type !== SHORT && type !== LONG) || count === 0) return null;
  const size = type === SHORT ? 2 : 4;
  const inline = size * count <= 4;
  if (inline) return number(entry, 8 + size * (count - 1), size);
  const bytes = await file.read(number(entry, 8, 4) + size * (count - 1), size);
  return bytes.length < size ? null : number(bytes, 0, size);
}
