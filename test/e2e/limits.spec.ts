import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { RequestLimits } from '@app/platform';
import { createApi } from '../../apps/api/src/create-api';
import { loadSettings } from '../../libs/platform/src/config/settings';
import { countryWide, signInAs } from '../support/accounts';
import { TestApi, startTestApi } from '../support/application';
import { emptyRedisUrl } from '../support/redis';

const MINUTE_MS = 60_000;

/** Counts begin anew with the minute: what a test counts must lie in one. */
async function early(): Promise<void> {
  const left = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
}

describe('limits of requests', () => {
  let api: TestApi;
  let redisUrl: string | undefined;

  beforeAll(async () => {
    redisUrl = await emptyRedisUrl();
    api = await startTestApi({
      REQUESTS_PER_MINUTE: '40',
      ACCOUNT_REQUESTS_PER_MINUTE: '8',
      TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'fatal',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    });
  });
  afterAll(() => api.close());

  let last = 1;
  const someone = () => ({ 'x-forwarded-for': `192.0.2.${(last += 1)}` });
  const ask = (headers: Record<string, string>, path = '/agreements') =>
    api.http<{ code: string }>('GET', path, { anonymous: true, headers });
  const askOften = async (times: number, headers: Record<string, string>, path?: string) => {
    const answers = [];
    for (let each = 0; each < times; each += 1) answers.push(await ask(headers, path));
    return answers;
  };

  it('refuse an address that asks too much, say when to come back, and leave others alone', async () => {
    await early();
    const headers = someone();
    const answers = await askOften(41, headers);
    expect(new Set(answers.slice(0, 40).map(({ status }) => status))).toEqual(new Set([401]));
    const refused = answers[40];
    expect([refused?.status, refused?.body.code]).toEqual([429, 'too_many_requests']);
    expect(refused?.headers['content-type']).toContain('application/problem+json');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused?.headers['ratelimit-policy']).toBe('"address";q=40;w=60');
    expect(refused?.headers.ratelimit).toMatch(/^"address";r=0;t=\d+$/);
    expect(answers[0]?.headers.ratelimit).toMatch(/^"address";r=39;t=\d+$/);
    expect((await ask(someone())).status).toBe(401);
  }, 90_000);

  it('count every request: unknown addresses, bad bodies and the documentation too, and never the probes', async () => {
    await early();
    const headers = someone();
    const paths = ['/nowhere', '/docs', '/agreements?x=1', '/openapi.json'];
    for (const path of paths) await askOften(10, headers, path);
    expect((await ask(headers)).status).toBe(429);
    for (const probe of ['/health/live', '/health/ready']) {
      // Whether it is well is another question: a busy machine may answer 503.
      const answer = await ask(headers, probe);
      expect([answer.status === 429, answer.headers.ratelimit]).toEqual([false, undefined]);
    }
  }, 90_000);

  it('take all addresses that one IPv6 user has for one', async () => {
    await early();
    for (let each = 0; each < 40; each += 1) {
      await ask({ 'x-forwarded-for': `2001:db8:0:7::${each.toString(16)}` });
    }
    expect((await ask({ 'x-forwarded-for': '2001:db8:0:7:ffff::1' })).status).toBe(429);
    expect((await ask({ 'x-forwarded-for': '2001:db8:0:8::1' })).status).toBe(401);
  }, 90_000);

  it('do not believe an address that no proxy vouches for', async () => {
    await early();
    const from = { remoteAddress: '198.51.100.9' };
    for (let each = 0; each < 40; each += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${each}` };
      await api.app.inject({ method: 'GET', url: '/api/v1/agreements', headers, ...from });
    }
    const headers = { 'x-forwarded-for': '203.0.113.99' };
    const answer = await api.app.inject({ method: 'GET', url: '/api/v1/agreements', headers, ...from });
    expect(answer.statusCode).toBe(429);
  }, 90_000);

  it('refuse an account that asks too much, from wherever', async () => {
    await early();
    const officer = await signInAs(api, { grants: [countryWide('officer')] });
    const statuses = [];
    for (let each = 0; each < 9; each += 1) {
      statuses.push((await officer.http('GET', '/session', { headers: someone() })).status);
    }
    const refused = await officer.http<{ code: string }>('GET', '/agreements', { headers: someone() });
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
    expect(refused.headers.ratelimit).toMatch(/^"account";r=0;/);
    const other = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await other.http('GET', '/session', { headers: someone() })).status).toBe(200);
  }, 90_000);

  const anotherProcess = () =>
    createApi(
      loadSettings({
        NODE_ENV: 'test',
        DATABASE_URL: api.databaseUrl,
        DATA_DIR: api.dataDir,
        REQUESTS_PER_MINUTE: '40',
        TRUST_PROXY: '127.0.0.1',
        LOG_LEVEL: 'fatal',
        REDIS_URL: redisUrl,
      }),
    );

  it('hold over several processes once they have told each other, and survive the loss of one', async () => {
    await early();
    const other = await anotherProcess();
    const headers = someone();
    const askOther = () => other.inject({ method: 'GET', url: '/api/v1/agreements', headers });
    try {
      for (let each = 0; each < 25; each += 1) await askOther();
      await other.get(RequestLimits).exchange();
      await ask(headers);
      await api.app.get(RequestLimits).exchange();
      const [answer] = await askOften(1, headers);
      expect(answer?.headers.ratelimit).toMatch(/^"address";r=13;/);
    } finally {
      await other.close();
    }
    expect((await askOften(14, headers)).map(({ status }) => status).at(-1)).toBe(429);
  }, 90_000);

  it('tell also what was counted while the processes were telling each other', async () => {
    await early();
    const other = await anotherProcess();
    try {
      const [limits, others] = [api.app.get(RequestLimits), other.get(RequestLimits)];
      const during = randomUUID();
      limits.countAddress(randomUUID());
      const underWay = limits.exchange();
      limits.countAddress(during);
      await Promise.all([underWay, limits.exchange()]);
      others.countAddress(during);
      await others.exchange();
      expect(others.countAddress(during)?.left).toBe(37);
    } finally {
      await other.close();
    }
  }, 90_000);

  it('keep no address and no account in the store', async () => {
    const headers = someone();
    await ask(headers);
    await api.app.get(RequestLimits).exchange();
    if (redisUrl) return;
    const rows = await api.dataSource.query<{ key: string; minute: number }[]>('SELECT * FROM request_count');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
    const [table] = await api.dataSource.query<{ relpersistence: string }[]>(
      "SELECT relpersistence FROM pg_class WHERE relname = 'request_count'",
    );
    expect(table?.relpersistence).toBe('u');
  });

  it('forget the minutes before', async () => {
    if (redisUrl) return;
    const key = 'x'.repeat(22);
    await api.dataSource.query('INSERT INTO request_count VALUES (1, $1, 1)', [key]);
    const store = api.app.get(RequestLimits);
    const nobodys = `${Math.random()}`;
    for (let tries = 0; tries < 3; tries += 1) {
      store.countAddress(nobodys);
      await store.exchange();
    }
    const other = await createApi(
      loadSettings({
        NODE_ENV: 'test',
        DATABASE_URL: api.databaseUrl,
        DATA_DIR: api.dataDir,
        LOG_LEVEL: 'fatal',
      }),
    );
    other.get(RequestLimits).countAddress(nobodys);
    await other.get(RequestLimits).exchange();
    await other.close();
    expect(await api.dataSource.query('SELECT FROM request_count WHERE minute = 1')).toEqual([]);
  });

  it('go on with what the process itself counts when the store is gone', async () => {
    await early();
    const owner = new Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE request_count RENAME TO request_count_gone');
    try {
      const headers = someone();
      const limits = api.app.get(RequestLimits);
      const answers = await askOften(20, headers);
      await limits.exchange();
      answers.push(...(await askOften(21, headers)));
      expect(answers.map(({ status }) => status)).toEqual([...Array<number>(40).fill(401), 429]);
    } finally {
      await owner.query('ALTER TABLE request_count_gone RENAME TO request_count');
      await owner.end();
    }
  }, 90_000);

  it('refuse an address that is too long to be one', async () => {
    const answer = await ask(someone(), `/agreements?q=${'x'.repeat(9_000)}`);
    expect([answer.status, answer.body.code]).toEqual([414, 'http_414']);
  });

  it('can be switched off', async () => {
    const free = await startTestApi();
    const { headers } = await free.http('GET', '/session');
    expect(headers.ratelimit).toBeUndefined();
    await free.close();
  });
});
