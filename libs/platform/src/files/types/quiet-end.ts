import type { FileBytes } from '../file-store';

/** More of nothing than this at the end of a file is not a scanner's habit. */
const LONGEST_SILENCE = 4_096;
const SILENCE = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20]);

/** Whether nothing but blanks follows the last such mark: what does could be another file. */
export async function endsQuietlyAfter(file: FileBytes, mark: Buffer): Promise<boolean> {
  const end = await file.read(Math.max(0, file.bytes - LONGEST_SILENCE), LONGEST_SILENCE);
  const at = end.lastIndexOf(mark);
  return at >= 0 && end.subarray(at + mark.length).every((byte) => SILENCE.has(byte));
}
