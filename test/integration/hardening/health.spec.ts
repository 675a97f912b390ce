import { Client } from 'pg';
import { LegalTime, reportOf, timeZoneHealth } from '@app/platform';
import { type TestApi, startTestApi } from '../../support/application';

interface Report {
  readonly status: string;
  readonly database: { readonly status: string; readonly detail: string };
  readonly queue: { readonly status: string; readonly detail: string };
  readonly migrations: { readonly status: string; readonly detail: string };
  readonly timeZone: { readonly status: string; readonly detail: string };
}

/** Longer than one answer is kept for those who ask meanwhile. */
const FRESH_MS = 1_100;

describe('the health of the api', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  async function asOwner(sql: string): Promise<void> {
    const client = new Client({ connectionString: api.ownerUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  const ready = async () => {
    await new Promise((resolve) => setTimeout(resolve, FRESH_MS));
    const answer = await api.app.inject({ method: 'GET', url: '/health/ready' });
    return { status: answer.statusCode, report: answer.json<Report>() };
  };

  it('names each part, open to everyone, under both addresses', async () => {
    const { status, report } = await ready();
    expect(status).toBe(200);
    expect(report).toMatchObject({
      status: 'ok',
      database: { status: 'ok' },
      queue: { status: 'ok', detail: 'on PostgreSQL, answers' },
      migrations: { status: 'ok' },
      timeZone: { status: 'ok' },
    });
    expect((await api.http('GET', '/health/ready', { anonymous: true })).body).toEqual(report);
    const live = await api.app.inject({ method: 'GET', url: '/health/live' });
    expect([live.statusCode, live.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('goes on without its queue, and says so', async () => {
    await asOwner('ALTER SCHEMA bullmq RENAME TO elsewhere');
    const { status, report } = await ready();
    await asOwner('ALTER SCHEMA elsewhere RENAME TO bullmq');
    expect(status).toBe(200);
    expect(report).toMatchObject({
      status: 'degraded',
      queue: { status: 'degraded' },
      database: { status: 'ok' },
    });
    expect((await ready()).report.status).toBe('ok');
  });

  it('is not ready when a migration of this version is missing', async () => {
    const other = await startTestApi();
    const client = new Client({ connectionString: other.ownerUrl });
    await client.connect();
    await client.query(`DELETE FROM schema_migration WHERE name LIKE 'Privacy%'`);
    await client.end();
    const answer = await other.app.inject({ method: 'GET', url: '/health/ready' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({
      status: 'unavailable',
      migrations: { status: 'unavailable', detail: '1 missing: npm run migrate' },
    });
    await other.close();
  });
});

describe('the health of time-zone data', () => {
  it('holds the pinned data against instants that are known', () => {
    expect(timeZoneHealth().status).toBe('ok');
  });

  it('sees data that do not know the change of 2026', () => {
    const old = new LegalTime('Europe/Paris');
    expect(timeZoneHealth(old)).toMatchObject({
      status: 'unavailable',
      detail: expect.stringContaining('wrong at') as string,
    });
  });
});

describe('a report', () => {
  it('is as well as its worst part', () => {
    const ok = { status: 'ok', detail: '' } as const;
    const parts = { database: ok, queue: ok, migrations: ok, timeZone: ok };
    expect(reportOf(parts).status).toBe('ok');
    expect(reportOf({ ...parts, queue: { status: 'degraded', detail: '' } }).status).toBe('degraded');
    expect(
      reportOf({
        ...parts,
        queue: { status: 'degraded', detail: '' },
        database: { status: 'unavailable', detail: '' },
      }).status,
    ).toBe('unavailable');
  });
});
