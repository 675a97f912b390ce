import { TestApi, startTestApi } from '../../support/application';

const PUBLIC_URL = 'https://register.example.org';

describe('a change that a browser sends', () => {
  let api: TestApi;
  let cookie: string;

  beforeAll(async () => {
    api = await startTestApi({ PUBLIC_URL });
    const session = await api.http('POST', '/session', { anonymous: true, body: api.credentials });
    cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  });
  afterAll(() => api.close());

  let written = 0;
  const source = () => ({ url: `https://paper.test/${(written += 1)}` });
  const send = async (headers: Record<string, string>, body: unknown = source()) =>
    api.http<{ code?: string }>('POST', '/sources', { headers, body });

  it.each<[string, Record<string, string>]>([
    ['this site', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    [
      'this site, whatever the origin is called',
      { 'sec-fetch-site': 'same-origin', origin: 'http://a.test' },
    ],
    ['the public address, in an old browser', { origin: PUBLIC_URL }],
    ['the host that is asked, in an old browser', { origin: 'http://10.0.0.1:3000', host: '10.0.0.1:3000' }],
    ['no browser', {}],
  ])('from %s is taken', async (_from, headers) => expect((await send(headers)).status).toBe(201));

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['two sites at once', { 'sec-fetch-site': 'same-origin, cross-site' }],
    ['nowhere in words', { 'sec-fetch-site': '' }],
    ['another origin, in an old browser', { origin: 'https://elsewhere.test' }],
    ['a hidden origin', { origin: 'null' }],
    ['our name as a user of another host', { origin: 'https://localhost:80@elsewhere.test' }],
    ['our name as the beginning of another', { origin: `${PUBLIC_URL}.elsewhere.test` }],
    ['another port', { origin: `${PUBLIC_URL}:8443` }],
  ])('from %s is refused before its body is read', async (_from, headers) => {
    for (const body of [source(), '{ not json']) {
      const answer = await send(headers, body);
      expect([answer.status, answer.body.code]).toEqual([403, 'foreign_site']);
    }
  });

  it('is refused before the revision is compared, and the refusal is in the trail', async () => {
    const before = await refusalsInTrail();
    const answer = await api.http<{ code: string }>(
      'PATCH',
      '/sources/00000000-0000-7000-8000-000000000000',
      {
        headers: { 'sec-fetch-site': 'cross-site' },
        body: {},
      },
    );
    expect(answer.body.code).toBe('foreign_site');
    expect(await refusalsInTrail()).toBe(before + 1);
  });

  it('cannot sign a visitor of another site in', async () => {
    const answer = await api.http<{ code: string }>('POST', '/session', {
      anonymous: true,
      headers: { 'sec-fetch-site': 'cross-site' },
      body: api.credentials,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'foreign_site']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('answers 401 first where nobody is signed in', async () => {
    const answer = await api.http('POST', '/sources', {
      anonymous: true,
      headers: { 'sec-fetch-site': 'cross-site' },
      body: '{ not json',
    });
    expect(answer.status).toBe(401);
  });

  it('is no matter of reading: a link from anywhere leads here', async () => {
    const answer = await api.http('GET', '/agreements', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(200);
  });

  it('is looked at when a token comes with a session, and not when it comes alone', async () => {
    const headers = { authorization: `Bearer ${'A'.repeat(43)}`, 'sec-fetch-site': 'cross-site' };
    const refused = await api.http<{ code: string }>('POST', '/session', {
      anonymous: true,
      headers: { ...headers, cookie },
      body: api.credentials,
    });
    expect(refused.body.code).toBe('foreign_site');
    const taken = await api.http('POST', '/session', { anonymous: true, headers, body: api.credentials });
    expect(taken.status).toBe(201);
  });

  it('rides on a cookie that is Secure, for the public address has TLS', async () => {
    const answer = await api.http('POST', '/session', { anonymous: true, body: api.credentials });
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure/);
  });

  async function refusalsInTrail(): Promise<number> {
    const rows = await api.dataSource.query<object[]>(
      `SELECT id FROM audit_entry WHERE action = 'permission.refused' AND payload ->> 'code' = 'foreign_site'`,
    );
    return rows.length;
  }
});
