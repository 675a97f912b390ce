import { Client } from 'pg';
import type { LogLine } from '@app/platform';
import { TestApi, startTestApi } from '../../support/application';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NGINX_ID = '0123456789abcdef0123456789ABCDEF';

describe('the log of the api at its most talkative', () => {
  let api: TestApi;
  const written: string[] = [];

  beforeAll(async () => {
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    api = await startTestApi({ LOG_LEVEL: 'verbose', LOG_FORMAT: 'json', TRUST_PROXY: '127.0.0.1' });
  });
  afterAll(async () => {
    await api.close();
    jest.restoreAllMocks();
  });

  const lines = () =>
    written.flatMap((text) => text.trimEnd().split('\n')).map((line) => JSON.parse(line) as LogLine);
  const accessLineOf = (requestId: string | undefined) =>
    lines().find(({ context, requestId: id }) => context === 'Access' && id === requestId);

  it('has one line a request, by its route, without a value of it', async () => {
    const id = '0190c2a4-9b7e-7c11-8d7a-3f5e9a1b2c3d';
    const { headers } = await api.http('GET', `/agreements/${id}?reveal=hunter2`);
    const { headers: listed } = await api.http('GET', '/agreements?q=hunter2');
    expect(accessLineOf(headers['x-request-id'])).toMatchObject({
      level: 'log',
      method: 'GET',
      route: '/api/v1/agreements/:id',
      milliseconds: expect.any(Number) as number,
      accountId: expect.stringMatching(UUID) as string,
    });
    expect(accessLineOf(listed['x-request-id'])).toMatchObject({ status: 200, route: '/api/v1/agreements' });
    expect(written.join('')).not.toMatch(/hunter2|0190c2a4/);
  });

  it('has one for what is no route, without its address', async () => {
    const { headers } = await api.http('GET', '/hunter2/nowhere', { anonymous: true });
    expect(accessLineOf(headers['x-request-id'])).toMatchObject({ route: '(no route)' });
    expect(written.join('')).not.toContain('hunter2');
  });

  it('shows no password, token, cookie or address of somebody, however signing in goes wrong', async () => {
    const before = written.length;
    const { email, password } = api.credentials;
    const attempts = [
      { email, password: 'hunter2 is not the one' },
      { email: 'nobody@register.test', password },
      { email, password: `${password}\u0000` },
      { email: { $ne: email }, password },
      { email, password, role: 'hunter2' },
      '{"email": "broken@register.test", "password": "hunter2',
      { email, password: 'x'.repeat(3_000) },
    ];
    for (const body of attempts) {
      const answer = await api.http('POST', '/session', { anonymous: true, body });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    const opened = await api.http('POST', '/session', { anonymous: true, body: api.credentials });
    const token = /mithaq_session=([^;]+)/.exec(String(opened.headers['set-cookie']))?.[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const headers = {
      cookie: `mithaq_session=${token}`,
      authorization: 'Bearer mithaq_hunter2hunter2hunter2',
    };
    await api.http('GET', '/session', { anonymous: true, headers });
    await api.http('GET', '/session', { anonymous: true, headers: { cookie: headers.cookie } });

    const said = written.slice(before).join('');
    expect(lines().length).toBeGreaterThan(attempts.length);
    for (const secret of [
      'hunter2',
      password,
      email,
      'nobody@',
      'broken@',
      token,
      'argon2',
      'x'.repeat(50),
    ]) {
      expect(said).not.toContain(secret);
    }
  });

  it('tells of a failure with its request, and without the values of its statement', async () => {
    const owner = new Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE source RENAME COLUMN url TO hidden');
    const answer = await api.http('POST', '/sources', { body: { url: 'https://paper.test/hunter2' } });
    await owner.query('ALTER TABLE source RENAME COLUMN hidden TO url');
    await owner.end();
    expect(answer.status).toBe(500);
    const failure = lines().find(({ level }) => level === 'error');
    expect(failure).toMatchObject({
      message: 'POST /api/v1/sources failed',
      requestId: answer.headers['x-request-id'],
      error: { code: '42703' },
    });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
  });

  describe('the name of a request', () => {
    const named = async (id: string, forwarded: Record<string, string>) => {
      const request = { anonymous: true, headers: { 'x-request-id': id, ...forwarded } };
      return (await api.http('GET', '/health/live', request)).headers['x-request-id'];
    };
    const byProxy = { 'x-forwarded-for': '192.0.2.7' };

    it('is the one that a trusted proxy gave, as a UUID', async () => {
      expect(await named(NGINX_ID, byProxy)).toBe('01234567-89ab-cdef-0123-456789abcdef');
    });

    it.each([
      ['comes in another form', 'x'.repeat(32), byProxy],
      ['is longer', `${NGINX_ID}0`, byProxy],
      ['does not come from a proxy', NGINX_ID, {}],
    ])('is made new when it %s', async (_, id, forwarded) => {
      expect(await named(id, forwarded)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    });

    it('is on every answer, also on one from before routing', async () => {
      const answers = await Promise.all([
        api.http('GET', '/agreements', { anonymous: true }),
        api.http('GET', '/nowhere'),
        api.http('GET', '/docs'),
        api.http('GET', '/%zz'),
        api.http('POST', '/session', { anonymous: true, body: '{' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([401, 404, 200, 400, 400]);
      for (const { headers } of answers) expect(headers['x-request-id']).toMatch(UUID);
    });
  });
});
