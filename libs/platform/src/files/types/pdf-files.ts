import type { FileBytes } from '../file-store';
import { endsQuietlyAfter } from './quiet-end';

const LONGEST_TRAILER = 4_096;
const END = Buffer.from('%%EOF');

/** Ends with its table of objects and nothing behind it. */
export async function isWholePdf(file: FileBytes): Promise<boolean> {
  const end = await file.read(Math.max(0, file.bytes - LONGEST_TRAILER), LONGEST_TRAILER);
  return end.includes('startxref') && (await endsQuietlyAfter(file, END));
}
