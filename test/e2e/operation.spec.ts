import { createServer } from 'node:http';
import { Client } from 'pg';
import { logCurrent } from '../support/agreements';
import { type TestApi, startTestApi } from '../support/application';
import { type MailServer, startMailServer } from '../support/mail-server';
import { emptyRedisUrl } from '../support/redis';
import { WorkerProcess } from '../support/worker-process';
import { eventually, freePort } from '../standalone/real-process';

/** The mail server says that it has a mail so much later: the job is under way meanwhile. */
const TAKES_MS = 4_000;
const CLOCK_START = '2026-11-23T10:00:00Z';

jest.setTimeout(120_000);

describe('the worker as operators see it', () => {
  let api: TestApi;
  let server: MailServer;
  let redisUrl: string | undefined;
  const running: WorkerProcess[] = [];

  beforeAll(async () => {
    redisUrl = await emptyRedisUrl();
    server = await startMailServer({ pause: TAKES_MS });
    api = await startTestApi({ CLOCK_START });
  });
  afterAll(async () => {
    for (const worker of running) await worker.kill();
    await api.close();
    await server.close();
  });

  async function start(settings: Record<string, string> = {}): Promise<WorkerProcess> {
    const worker = await WorkerProcess.start({
      DATABASE_URL: api.databaseUrl,
      DATA_DIR: api.dataDir,
      CLOCK_START,
      SMTP_URL: server.url,
      PUBLIC_URL: 'https://mithaq.test',
      REDIS_URL: redisUrl,
      ...settings,
    });
    running.push(worker);
    return worker;
  }

  async function logPromise(deadline: string): Promise<void> {
    await logCurrent(api, {
      title: { fr: `Accord fictif ${deadline}` },
      instrumentType: 'memorandum_of_understanding',
      legalState: 'signed',
      signing: { date: { stated: '2026-11-20' } },
      commitments: [
        {
          id: 'c1',
          kind: 'jobs',
          title: { fr: 'Emplois' },
          measure: 'quantity',
          quantity: { qualifier: 'exactly', value: 10, unit: 'jobs', relation: 'direct', basis: 'new' },
          deadline: { stated: deadline },
        },
      ],
    });
  }

  async function recorded(): Promise<number> {
    const client = new Client({ connectionString: api.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM sent_mail');
    await client.end();
    return rows[0]?.count ?? 0;
  }

  it('shows metrics and its health on a port of its own', async () => {
    const port = await freePort();
    const worker = await start({ METRICS_PORT: String(port) });
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect([(await ask('/health/live')).status, (await ask('/health/ready')).status]).toEqual([200, 200]);
    const metrics = await (await ask('/metrics')).text();
    for (const name of ['process_cpu_seconds_total', 'mithaq_outbox_rows', 'mithaq_audit_unsealed_entries'])
      expect(metrics).toContain(name);
    expect(metrics).not.toMatch(/@|account:/);
    expect((await ask('/anything')).status).toBe(404);
    if (!redisUrl) {
      const client = new Client({ connectionString: api.ownerUrl });
      await client.connect();
      await client.query('ALTER TABLE bullmq.job RENAME TO job_elsewhere');
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const without = await ask('/health/ready');
      await client.query('ALTER TABLE bullmq.job_elsewhere RENAME TO job');
      await client.end();
      expect(without.status).toBe(503);
      expect(await without.json()).toMatchObject({ status: 'unavailable', queue: { status: 'unavailable' } });
    }
    await worker.stop();
  });

  it('says in one sentence that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    await expect(start({ METRICS_PORT: String(port) })).rejects.toThrow(
      `METRICS_PORT: port ${port} of 127.0.0.1 cannot be used (EADDRINUSE).`,
    );
    taken.close();
  });

  it('finishes what it does before it ends: nothing lost, nothing doubled', async () => {
    await logPromise('2026-11-30');
    const worker = await start();
    expect(await eventually(() => server.taken.length > 0)).toBe(true);
    const taken = server.taken.length;
    expect(await recorded()).toBeLessThan(taken);
    await worker.stop();
    expect(await recorded()).toBe(server.taken.length);
    const next = await start();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await next.stop();
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(server.taken.length);
  });

  it('gives back what it cannot finish in time, for another to do under the same name', async () => {
    server.keepSilent(true);
    const before = server.taken.length;
    await logPromise('2026-12-01');
    const worker = await start();
    expect(await eventually(() => server.taken.length > before)).toBe(true);
    const kept = server.taken.length;
    await worker.stop();
    server.keepSilent(false);
    const next = await start();
    expect(await eventually(() => server.taken.length > kept, 60_000)).toBe(true);
    await next.stop();
    expect(await recorded()).toBe(new Set(server.taken.map(({ messageId }) => messageId)).size);
  });
});
