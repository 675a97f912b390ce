import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '../config/settings';

interface KeptOffset {
  readonly clockStart: string;
  readonly offsetMs: number;
}

const fileOf = (dataDir: string) => join(dataDir, 'clock.json');

/**
 * Milliseconds to add to the machine's time. With `CLOCK_START` the first process to ask fixes the offset in
 * `DATA_DIR/clock.json`; api, worker and commands then share it, also after a restart with the same value.
 * A command without `CLOCK_START` follows the clock of the register it looks at.
 */
export function readClockOffset(settings: Settings): number {
  if (settings.isProduction) return 0;
  const kept = readKept(settings.dataDir);
  if (settings.clockStart === null) return kept?.offsetMs ?? 0;
  if (kept?.clockStart === settings.clockStart) return kept.offsetMs;
  if (kept) rmSync(fileOf(settings.dataDir), { force: true });
  return keep(settings.dataDir, {
    clockStart: settings.clockStart,
    offsetMs: Date.parse(settings.clockStart) - Date.now(),
  });
}

/** Ends a training clock: called by a start without `CLOCK_START`, before any process asks for the offset. */
export function forgetClockOffset(settings: Settings): void {
  if (settings.clockStart === null) rmSync(fileOf(settings.dataDir), { force: true });
}

function readKept(dataDir: string): KeptOffset | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as KeptOffset;
  } catch {
    return null;
  }
}

/** Writes the offset so that of several processes exactly one wins, and answers the winner's. */
function keep(dataDir: string, offset: KeptOffset): number {
  mkdirSync(dataDir, { recursive: true });
  const draft = join(dataDir, `clock-${process.pid}.json`);
  writeFileSync(draft, JSON.stringify(offset));
  try {
    linkSync(draft, fileOf(dataDir));
    return offset.offsetMs;
  } catch (error) {
    const winner = readKept(dataDir);
    if (winner?.clockStart === offset.clockStart) return winner.offsetMs;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}
