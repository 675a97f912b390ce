import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExportTrail } from '@app/audit';
import { TrailVerifier } from '../../apps/standalone/verify-audit.cjs';
import { emptyRedisUrl } from '../support/redis';
import { noteOne } from '../support/trail';
import { type UseCases, startUseCases } from '../support/use-cases';
import { WorkerProcess } from '../support/worker-process';

const ROUNDS = 4;
const ENTRIES_A_ROUND = 120;

let app: UseCases;
let dataDir: string;
let redisUrl: string | undefined;

beforeAll(async () => {
  redisUrl = await emptyRedisUrl();
  app = await startUseCases({ modules: [], entities: [], now: new Date().toISOString() });
  dataDir = mkdtempSync(join(tmpdir(), 'mithaq-sealing-'));
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const startWorker = () =>
  WorkerProcess.start({ DATABASE_URL: app.appUrl, DATA_DIR: dataDir, REDIS_URL: redisUrl });

const waiting = async (table: string) => {
  const [row] = await app.db.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${table}`);
  return row.count;
};

async function until(condition: () => Promise<boolean>): Promise<void> {
  const patience = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > patience) throw new Error('it does not come to an end');
    await sleep(20);
  }
}

describe('two workers, one of which is killed again and again', () => {
  it('link every entry once, in one chain without a gap, and sign the day once', async () => {
    let workers = await Promise.all([startWorker(), startWorker()]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await waiting('audit_link');
      const writers = Array.from({ length: ENTRIES_A_ROUND }, (_, n) => noteOne(app, { round, n }));
      // Killed in the midst of sealing, when some of the round is linked.
      await until(async () => (await waiting('audit_link')) > before);
      const [killed, other] = workers;
      await killed?.kill();
      await Promise.all(writers);
      await until(async () => (await waiting('audit_unsealed')) === 0);
      workers = [other, await startWorker()];
    }
    await until(async () => (await waiting('audit_checkpoint')) === 1);
    for (const worker of workers) await worker.stop();

    const verifier = new TrailVerifier();
    await app.get(ExportTrail).execute((lines) => {
      for (const line of lines) verifier.take(line);
      return Promise.resolve();
    });
    const report = verifier.finish();
    expect(report).toMatchObject({ firstFault: null, sound: true, unsealed: 0, checkpoints: 1 });
    const [row] = await app.db.query<[{ entries: number }]>(
      'SELECT count(*)::int AS entries FROM audit_entry',
    );
    expect(report.entries).toBe(row.entries);
    expect(row.entries).toBeGreaterThanOrEqual(ROUNDS * ENTRIES_A_ROUND);
  }, 180_000);
});
