import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import Redis from 'ioredis';
import { type Staff, amend, logCurrent, signInStaff, withDeadline } from '../support/agreements';
import { TestApi, startTestApi } from '../support/application';
import { MailServer, startMailServer } from '../support/mail-server';
import { emptyRedisUrl } from '../support/redis';
import { WorkerProcess } from '../support/worker-process';

const CLOCK_START = '2026-11-23T10:00:00Z';
const OBLIGOR = 'taqarir@company.test';

interface Agreement {
  readonly id: string;
  readonly revision: number;
  readonly document: Record<string, unknown> & { commitments: Record<string, unknown>[] };
}

let api: TestApi;
let server: MailServer;
let worker: WorkerProcess | undefined;
let redisUrl: string | undefined;
let staff: Staff | undefined;

beforeAll(async () => {
  redisUrl = await emptyRedisUrl();
  server = await startMailServer();
  api = await startTestApi({ CLOCK_START });
  const { rows } = await asOwner<{ holder: string | null }>(
    `SELECT holder_account_id AS holder FROM "position" WHERE key = 'register-owner'`,
  );
  expect(rows[0]?.holder).toBeTruthy();
});

afterAll(async () => {
  await worker?.stop();
  await api.close();
  await server.close();
});

async function asOwner<Row extends object>(sql: string) {
  const client = new Client({ connectionString: api.ownerUrl });
  await client.connect();
  try {
    return await client.query<Row>(sql);
  } finally {
    await client.end();
  }
}

async function startWorker(): Promise<void> {
  worker = await WorkerProcess.start({
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: api.dataDir,
    CLOCK_START,
    SMTP_URL: server.url,
    PUBLIC_URL: 'https://mithaq.test',
    REDIS_URL: redisUrl,
  });
}

async function stopWorker(): Promise<void> {
  await worker?.stop();
  worker = undefined;
}

/** Forgets every job of the queue, as a flushed Redis or a truncated table would. */
async function flushQueue(): Promise<void> {
  if (redisUrl) {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    await redis.quit();
    return;
  }
  const { rows } = await asOwner<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE '%job%'`,
  );
  await asOwner(`TRUNCATE ${rows.map(({ name }) => `bullmq.${name}`).join(', ')} CASCADE`);
}

async function mailsReach(count: number, milliseconds = 30_000): Promise<void> {
  const until = performance.now() + milliseconds;
  while (server.taken.length < count && performance.now() < until) await sleep(50);
  expect(server.taken).toHaveLength(count);
}

const namesOfMails = () => new Set(server.taken.map(({ messageId }) => messageId));

async function log(deadline: string): Promise<Agreement> {
  const organisation = await api.http<{ id: string }>('POST', '/organisations', {
    body: {
      names: { en: 'Fictional Works', ar: 'أعمال خيالية' },
      kind: 'company',
      reportingContacts: [{ email: OBLIGOR, language: 'ar' }],
    },
  });
  const id = await logCurrent(api, {
    title: { en: 'A fictional centre in Nowhere', fr: 'Un centre fictif' },
    instrumentType: 'memorandum_of_understanding',
    legalState: 'signed',
    signing: { date: { stated: '2026-11-20' } },
    parties: [{ id: 'p1', role: 'investor', organisationId: organisation.body.id }],
    commitments: [
      {
        id: 'c1',
        kind: 'jobs',
        title: { en: 'Direct jobs', fr: 'Emplois directs' },
        measure: 'quantity',
        quantity: { qualifier: 'more_than', value: 1000, unit: 'jobs', relation: 'direct', basis: 'new' },
        obligorPartyId: 'p1',
        deadline: { stated: deadline },
      },
    ],
  });
  return (await api.http<Agreement>('GET', `/agreements/${id}`)).body;
}

async function moveTo({ id }: Agreement, deadline: string): Promise<void> {
  staff ??= await signInStaff(api);
  const source = await api.http<{ id: string }>('POST', '/sources', {
    body: { url: `https://paper.test/${deadline}` },
  });
  await amend(staff, id, source.body.id, withDeadline(deadline));
}

describe('a promise and its reminders, from the form to the mailbox', () => {
  let agreement: Agreement;

  it('reminds owner and obligor, each in their language, as soon as a worker runs', async () => {
    agreement = await log('2026-11-30');
    await startWorker();
    await mailsReach(2);
    const toObligor = server.taken.find(({ to }) => to?.[0]?.address === OBLIGOR);
    const toOwner = server.taken.find(({ to }) => to?.[0]?.address === api.credentials.email);
    expect(toObligor?.subject).toContain('بقيت 7 أيام: أكثر من 1.000 منصب شغل');
    expect(toObligor?.html).toContain('dir="rtl"');
    expect(toOwner?.subject?.startsWith('[Horloge d’exercice]')).toBe(true);
    expect(toOwner?.text).toContain(`https://mithaq.test/agreements/${agreement.id}`);
  });

  it('tells a moved deadline at once', async () => {
    await moveTo(agreement, '2027-06-30');
    await mailsReach(4);
    const [, , moved] = server.taken;
    expect(
      server.taken
        .slice(2)
        .map(({ to }) => to?.[0]?.address)
        .sort(),
    ).toEqual([OBLIGOR, api.credentials.email].sort());
    expect(`${moved?.text}`).toMatch(/30 (novembre|نونبر) 2026/);
    expect(`${moved?.text}`).toMatch(/30 (juin|يونيو) 2027/);
  });

  it('lists what went out', async () => {
    interface Outbox {
      readonly total: number;
      readonly items: readonly { readonly topic: string; readonly messages: readonly unknown[] }[];
    }
    let { body } = await api.http<Outbox>('GET', '/outbox');
    // The server has a mail a moment before the transaction that records it is committed.
    for (let tries = 0; tries < 100 && body.total < 4; tries += 1) {
      await sleep(100);
      ({ body } = await api.http<Outbox>('GET', '/outbox'));
    }
    expect(body.total).toBe(4);
    expect(body.items.map(({ topic }) => topic)).toEqual([
      'deadline_moved',
      'deadline_moved',
      'deadline_ahead',
      'deadline_ahead',
    ]);
    expect(body.items.every(({ messages }) => messages.length === 1)).toBe(true);
  });

  it('loses nothing when a worker is killed and the queue is flushed', async () => {
    await stopWorker();
    server.keepSilent(true);
    await moveTo(agreement, '2028-06-30');
    await startWorker();
    await mailsReach(6);
    await worker?.kill();
    await flushQueue();
    server.keepSilent(false);
    await startWorker();
    // The two that were kept in silence come again, under the names they had.
    await mailsReach(8, 60_000);
    expect(namesOfMails().size).toBe(6);
  }, 120_000);

  it('says nothing more after a restart', async () => {
    await stopWorker();
    await startWorker();
    await sleep(3000);
    expect(server.taken).toHaveLength(8);
    expect(namesOfMails().size).toBe(6);
  });
});
