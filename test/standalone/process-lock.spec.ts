import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LockHeld, takeLock, waitForLock } from '../../apps/standalone/src/process-lock';
import { ROOT } from './real-process';

const TAKERS = 8;
const folder = mkdtempSync(join(tmpdir(), 'mithaq-lock-'));
const lock = join(folder, 'launcher.lock');
const children: ChildProcess[] = [];

async function taker(): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'programs/take-lock.ts'), [lock], {
    cwd: ROOT,
    execArgv: ['-r', join(ROOT, 'test/swc-register.cjs')],
  });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function ask(child: ChildProcess): Promise<string> {
  const answer = once(child, 'message');
  child.send('take');
  return (await answer)[0] as string;
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('the lock of a data directory', () => {
  afterEach(() => rmSync(lock, { force: true }));
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('is refused while its holder lives, and free once released', () => {
    const first = takeLock(lock);
    expect(() => takeLock(lock)).toThrow(LockHeld);
    first.release();
    takeLock(lock).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the holder by pid and start time', () => {
    const held = takeLock(lock);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({
      pid: process.pid,
      startedAt: expect.stringMatching(/^\d+$/) as string,
    });
    held.release();
  });

  it('does not mistake a process that received the same pid for the holder', () => {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, startedAt: '1', boot: null }));
    takeLock(lock).release();
  });

  it('is taken over when its file is torn or empty', () => {
    writeFileSync(lock, '');
    takeLock(lock).release();
  });

  it('is left alone by a holder who lost it', () => {
    const lost = takeLock(lock);
    writeFileSync(lock, 'somebody else');
    lost.release();
    expect(readFileSync(lock, 'utf8')).toBe('somebody else');
  });

  it('makes a waiting caller wait, and gives up in the end', async () => {
    const held = takeLock(lock);
    await expect(waitForLock(lock, 100)).rejects.toThrow(LockHeld);
    const waiting = waitForLock(lock, 5000);
    held.release();
    (await waiting).release();
  });

  it('goes to exactly one of several takers, each time its holder is killed', async () => {
    const takers = await Promise.all(Array.from({ length: TAKERS }, () => taker()));
    for (let left = takers; left.length > 0;) {
      const answers = await Promise.all(left.map(ask));
      expect(answers.filter((answer) => answer === 'won')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(left.length - 1);
      const winner = left[answers.indexOf('won')];
      if (winner === undefined) throw new Error('nobody won');
      await killed(winner);
      left = left.filter((child) => child !== winner);
    }
    takeLock(lock).release();
  });

  it('outlives takers that died half-way', async () => {
    const dead = await taker();
    await ask(dead);
    await killed(dead);
    const holder = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number; startedAt: string };
    // The guard of a take-over whose taker died between taking it and replacing the lock.
    const guard = `${lock}.after-${holder.pid}-${holder.startedAt}`;
    writeFileSync(guard, JSON.stringify({ pid: process.pid, startedAt: '2', boot: null }));
    takeLock(lock).release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
