import {
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';

const LIMIT = 5 * 1024 * 1024;

/** Opened for appending, so that the log may be cut under a running server. */
export function openLog(file: string): number {
  if (sizeOf(file) > LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Keeps one older log and lets a running server go on in an empty one: at most two times the limit on disk. */
export function capLog(file: string): void {
  if (sizeOf(file) <= LIMIT) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

export function logSize(file: string): number {
  return sizeOf(file);
}

/** The last lines that a start wrote, to say why it failed. */
export function logSince(file: string, offset: number): string {
  if (!existsSync(file)) return '';
  return readFileSync(file).subarray(offset).toString('utf8').trim().split('\n').slice(-12).join('\n');
}
