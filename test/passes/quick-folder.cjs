/**
 * Where a run keeps what it throws away: in memory, where a database is copied in a twentieth of the time that a disk
 * takes, if there is room for it and programs may be started from there; otherwise where the system keeps such things.
 */
const { readFileSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');

const IN_MEMORY = '/dev/shm';

/** The databases that are there at one time, and the memory that the run itself works in. */
const ROOM = 2 * 2 ** 30;
const ROOM_BESIDE = 4 * 2 ** 30;

function runsPrograms(mounts) {
  const options = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, folder]) => folder === IN_MEMORY)
    .at(-1)?.[3];
  return options !== undefined && options.split(',').includes('rw') && !options.split(',').includes('noexec');
}

function isRoomy() {
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ROOM && process.availableMemory() >= ROOM + ROOM_BESIDE;
}

/** The folder in which a run makes its folders; TMPDIR decides where it is set. */
function quickFolder() {
  if (process.env.TMPDIR) return tmpdir();
  try {
    return runsPrograms(readFileSync('/proc/mounts', 'utf8')) && isRoomy() ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

module.exports = { quickFolder };
