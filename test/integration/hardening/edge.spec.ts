import { connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { TestApi, startTestApi } from '../../support/application';

const GUARDED = '/agreements';

/** The parts of a policy, by their names. */
function policyOf(header: string | undefined): Record<string, string> {
  const parts = (header ?? '').split(';').map((part) => part.trim().split(' '));
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values.join(' ')]));
}

describe('what the api tells browsers', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ PUBLIC_URL: 'https://register.test' });
  });
  afterAll(() => api.close());

  it('is that nothing runs, loads or frames but what the register serves itself', async () => {
    const { headers } = await api.http('GET', GUARDED);
    const policy = policyOf(headers['content-security-policy']);
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=(), ') as string,
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it.each([
    ['a refusal', 'GET', '/agreements/0190c2a4-9b7e-7c11-8d7a-3f5e9a1b2c3d', false],
    ['a request without a session', 'GET', GUARDED, true],
    ['an address that is none', 'GET', '/nowhere', false],
    ['a list', 'GET', GUARDED, false],
    ['the session', 'GET', '/session', false],
  ] as const)('%s is kept by nobody, and has the policy', async (_, method, path, anonymous) => {
    const { headers } = await api.http(method, path, { anonymous });
    expect(headers['cache-control']).toMatch(/no-store|private, no-cache/);
    expect(policyOf(headers['content-security-policy'])['script-src']).toBe("'self'");
  });

  it('leaves a record and a list with their tags to their reader alone', async () => {
    const { headers, status } = await api.http('POST', '/sources', {
      body: { url: 'https://paper.test/kept' },
    });
    expect([status, headers['cache-control']]).toEqual([201, 'private, no-cache']);
    expect((await api.http('GET', '/sources')).headers['cache-control']).toBe('private, no-cache');
    expect((await api.http('GET', '/agreements/facets')).headers['cache-control']).toBe('no-store');
  });

  it('lets the documentation have its styles, and no script in its page', async () => {
    const { headers, body } = await api.http<string>('GET', '/docs');
    const policy = policyOf(headers['content-security-policy']);
    expect(policy['style-src']).toBe("'self' 'unsafe-inline'");
    expect(policy['script-src']).toBe("'self'");
    const scripts = [...body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(1);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toMatch(/ src="\.?\/?docs?\//);
      expect(content?.trim()).toBe('');
    }
    expect(body).not.toMatch(/\son[a-z]+=|javascript:/i);
    for (const [, address = ''] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const file = new URL(address, 'http://register.test/').pathname;
      expect([file, (await api.app.inject({ method: 'GET', url: file })).statusCode]).toEqual([file, 200]);
    }
  });

  it('does not let an address that begins alike have it too', async () => {
    const { headers } = await api.app.inject({ method: 'GET', url: '/docsify' });
    expect(policyOf(String(headers['content-security-policy']))['style-src']).toBe("'self'");
  });
});

describe('what the api has no time for', () => {
  let api: TestApi;
  let port: number;

  beforeAll(async () => {
    api = await startTestApi();
    await api.app.listen(0, '127.0.0.1');
    port = ((api.app.getHttpServer() as { address(): unknown }).address() as AddressInfo).port;
  });
  afterAll(() => api.close());

  /** Everything the api says to these bytes before it ends the connection. */
  async function answerTo(bytes: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('error', () => undefined);
    socket.write(bytes);
    await once(socket, 'close');
    return said;
  }

  it.each([
    ['bytes that are no request', 'hello there\r\n\r\n', 'HTTP/1.1 400', 'http_400'],
    [
      'a head that is too large',
      `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 431',
      'http_431',
    ],
  ])('%s: a problem, with a request id, and the end of the connection', async (_, bytes, status, code) => {
    const said = await answerTo(bytes);
    expect(said.startsWith(status)).toBe(true);
    expect(said).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/);
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code });
  });

  it('connections, requests, statements and locks have their bounds', async () => {
    const server = api.app.getHttpServer();
    expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([
      20_000, 180_000, 120_000,
    ]);
    expect(server.keepAliveTimeout).toBe(75_000);
    const [row] = await api.dataSource.query<object[]>(
      "SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock",
    );
    expect(row).toEqual({ statement: '30s', lock: '10s' });
  });

  it('a lock that is not free in time is said to be so, and nothing is written', async () => {
    const { body: source } = await api.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.test/locked' },
    });
    const owner = new Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('SELECT FROM source WHERE id = $1 FOR UPDATE', [source.id]);
    const answer = await api.http<{ code: string }>('PATCH', `/sources/${source.id}`, {
      headers: { 'if-match': '"1"' },
      body: { note: 'changed' },
    });
    await owner.query('ROLLBACK');
    await owner.end();
    expect([answer.status, answer.body.code]).toEqual([503, 'service_unavailable']);
    const [kept] = await api.dataSource.query<{ revision: number }[]>(
      'SELECT revision FROM source WHERE id = $1',
      [source.id],
    );
    expect(kept?.revision).toBe(1);
  }, 40_000);
});
