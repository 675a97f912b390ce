/** One installation or build at a time in a checkout. Plain Node: the lock of a data directory is not built yet. */
const fs = require('node:fs');

function startOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '';
  }
}

function isAlive(holder) {
  const [pid, start] = holder.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return startOf(pid) === start;
}

function readIfAny(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A hard link to a finished file creates the lock together with its content, or fails. */
function take(file, own) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, own);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Sets a dead holder's lock aside; somebody living who came in between gets it back. */
function setAside(file) {
  const aside = `${file}.aside-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (isAlive(fs.readFileSync(aside, 'utf8'))) fs.linkSync(aside, file);
  fs.rmSync(aside);
}

async function withPrepareLock(file, say, work) {
  const own = `${process.pid} ${startOf(process.pid)}`;
  for (let told = false; !take(file, own);) {
    const holder = readIfAny(file);
    if (holder !== undefined && !isAlive(holder)) {
      setAside(file);
      continue;
    }
    if (!told) say('waiting for another start that is installing or building');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    if (readIfAny(file) === own) fs.rmSync(file);
  }
}

module.exports = { withPrepareLock };
