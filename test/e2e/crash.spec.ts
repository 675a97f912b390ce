import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../libs/platform/src/database/data-source';
import { AlertsRegister } from '../support/alerts-register';
import { TestDatabase, createTestDatabase } from '../support/database';
import { MailServer, startMailServer } from '../support/mail-server';
import { emptyRedisUrl } from '../support/redis';
import { WorkerProcess } from '../support/worker-process';

/** `CRASH_ROUNDS=100` for a long night. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 6);
const ALERTS_A_ROUND = 60;
const CLOCK_START = '2026-11-23T10:00:00Z';

let database: TestDatabase;
let db: DataSource;
let server: MailServer;
let dataDir: string;
let redisUrl: string | undefined;

beforeAll(async () => {
  redisUrl = await emptyRedisUrl();
  database = await createTestDatabase();
  db = await new DataSource(dataSourceOptions(database.ownerUrl)).initialize();
  server = await startMailServer({ pause: 15 });
  dataDir = mkdtempSync(join(tmpdir(), 'mithaq-crash-'));
});

afterAll(async () => {
  await server.close();
  await db.destroy();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Alerts to as many different readers, so that each is a mail of its own. */
async function watchDeadlines(count: number): Promise<void> {
  const register = new AlertsRegister(db);
  await register.begin();
  for (let each = 0; each < count; each += 1) {
    const contact = { email: `obligor-${each}@company.test`, language: ['ar', 'fr', 'en'][each % 3] ?? 'fr' };
    await register.watch({ lastDay: '2026-11-30', signedOn: '2026-11-20', obligor: 'named', contact });
  }
  await db.query('UPDATE "position" SET holder_account_id = NULL');
}

const startWorker = () =>
  WorkerProcess.start({
    DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    CLOCK_START,
    SMTP_URL: server.url,
    PUBLIC_URL: 'https://mithaq.test',
    REDIS_URL: redisUrl,
  });

async function waiting(): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM alert_notification WHERE state IN ('queued', 'retry')`,
  );
  return row?.count ?? 0;
}

describe('a worker that is killed again and again', () => {
  it(
    'sends every alert of the ledger, and repeats one only under the same Message-ID',
    async () => {
      const alerts = ROUNDS * ALERTS_A_ROUND;
      await watchDeadlines(alerts);
      const killedAt: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const worker = await startWorker();
        const before = server.taken.length;
        const patience = performance.now() + 20_000;
        // Killed in the midst of sending, not before it begins and not after all is said.
        const enough = before + 1 + Math.floor(Math.random() * ALERTS_A_ROUND * 0.8);
        while (server.taken.length < enough && performance.now() < patience) await sleep(1);
        await worker.kill();
        killedAt.push(server.taken.length);
      }
      expect(killedAt.every((sent, round) => sent > (killedAt[round - 1] ?? 0))).toBe(true);

      const worker = await startWorker();
      const patience = performance.now() + 120_000;
      while ((await waiting()) > 0 && performance.now() < patience) await sleep(200);
      await worker.stop();

      const ledger = await db.query<{ message_id: string; email: string }[]>(
        `SELECT n.message_id, v.value AS email
           FROM alert_notification n
           JOIN personal_value v ON n.recipient = 'organisation:' || v.organisation_id
          WHERE n.state = 'sent'`,
      );
      expect(ledger).toHaveLength(alerts);
      expect(await db.query(`SELECT FROM outbox WHERE job = 'alerts.dispatch'`)).toHaveLength(0);
      const readersOfMail = new Map<string, Set<string>>();
      for (const { messageId, to } of server.taken) {
        const readers = readersOfMail.get(messageId ?? '') ?? new Set();
        readersOfMail.set(messageId ?? '', readers.add(to?.[0]?.address ?? ''));
      }
      expect([...readersOfMail].map(([id, readers]) => [id, [...readers]]).sort()).toEqual(
        ledger.map(({ message_id, email }) => [`<${message_id}>`, [email]]).sort(),
      );
      expect(server.taken.length).toBeGreaterThanOrEqual(alerts);
      const repeats = server.taken.length - alerts;
      expect(repeats).toBeLessThanOrEqual(ROUNDS * 10);
    },
    180_000 + ROUNDS * 30_000,
  );
});
