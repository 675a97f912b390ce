import { TestApi, startTestApi } from '../../support/application';

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('the edge of the api', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const recordSource = async (name: string) =>
    api.http<{ id: string; revision: number }>('POST', '/sources', {
      body: { url: `https://paper.test/${name}` },
    });

  describe('without a session', () => {
    it.each([
      ['GET', '/agreements'],
      ['POST', '/agreements'],
      ['PUT', '/agreements/not-an-id/draft'],
      ['PATCH', '/organisations/00000000-0000-7000-8000-000000000000'],
      ['GET', '/summary?nonsense=1'],
      ['GET', '/outbox'],
      ['DELETE', '/session'],
    ] as const)('%s %s answers 401 whatever its body or id', async (method, path) => {
      const answer = await api.http<Problem>(method, path, {
        anonymous: true,
        ...(method === 'GET' ? {} : { body: '{ not json' }),
      });
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.code).toBe('sign_in_required');
    });

    it.each(['/health/live', '/health/ready', '/openapi.json', '/docs'])('%s is open', async (path) => {
      expect((await api.http('GET', path, { anonymous: true })).status).toBe(200);
    });

    it('an invented token is worth nothing', async () => {
      const cookie = `mithaq_session=${'A'.repeat(43)}`;
      expect((await api.http('GET', '/agreements', { anonymous: true, headers: { cookie } })).status).toBe(
        401,
      );
    });
  });

  describe('signing in', () => {
    it('gives a cookie that scripts cannot read', async () => {
      const answer = await api.http('POST', '/session', { anonymous: true, body: api.credentials });
      const cookie = String(answer.headers['set-cookie']);
      expect(answer.status).toBe(201);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
      expect(JSON.stringify(answer.body)).not.toContain('argon2');
    });

    it('does not say whether the address or the password is wrong', async () => {
      const wrong = await Promise.all(
        [
          { email: api.credentials.email, password: 'something else entirely' },
          { email: 'nobody@register.test', password: api.credentials.password },
        ].map((body) => api.http<Problem>('POST', '/session', { anonymous: true, body })),
      );
      expect(wrong.map(({ status }) => status)).toEqual([401, 401]);
      expect(wrong[0]?.body).toEqual(wrong[1]?.body);
    });

    it('ends with the session', async () => {
      const answer = await api.http('POST', '/session', { anonymous: true, body: api.credentials });
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
      const mine = { anonymous: true, headers: { cookie } };
      expect((await api.http('GET', '/session', mine)).status).toBe(200);
      expect((await api.http('DELETE', '/session', mine)).status).toBe(204);
      expect((await api.http('GET', '/session', mine)).status).toBe(401);
    });

    it('keeps only a digest of the token', async () => {
      const answer = await api.http('POST', '/session', { anonymous: true, body: api.credentials });
      const token = /mithaq_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
      const rows = await api.dataSource.query<object[]>('SELECT * FROM session');
      expect(token).toHaveLength(43);
      expect(JSON.stringify(rows)).not.toContain(token);
    });
  });

  describe('a change', () => {
    it('names the version it changes: 428 without, 412 with another, both before the body is read', async () => {
      const { body: source } = await recordSource('preconditions');
      const change = (headers: Record<string, string>, body: unknown) =>
        api.http<Problem>('PATCH', `/sources/${source.id}`, { headers, body });
      expect((await change({}, '{ not json')).status).toBe(428);
      expect((await change({ 'if-match': '"7"' }, { nonsense: 1 })).status).toBe(412);
      expect((await change({ 'if-match': '"1"' }, { nonsense: 1 })).status).toBe(400);
      const changed = await change({ 'if-match': '"1"' }, { title: 'A fictional paper' });
      expect(changed.status).toBe(200);
      expect(changed.headers.etag).toMatch(/^"2-[\w-]{16}"$/);
      expect((await change({ 'if-match': '"1"' }, { title: 'Too late' })).status).toBe(412);
      for (const vague of ['*', '"1", "2"', 'two', '']) {
        expect((await change({ 'if-match': vague }, { title: 'Vague' })).status).toBe(
          vague === '' ? 428 : 412,
        );
      }
    });

    it('of a record that does not exist is a 404', async () => {
      const answer = await api.http('PATCH', '/sources/00000000-0000-7000-8000-000000000000', {
        headers: { 'if-match': '"1"' },
        body: {},
      });
      expect(answer.status).toBe(404);
    });

    it('is refused to all but one of those who make it at once', async () => {
      const { body: source } = await recordSource('race');
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          api.http('PATCH', `/sources/${source.id}`, {
            headers: { 'if-match': '"1"' },
            body: { note: `version of ${index}` },
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    });
  });

  it('answers where a new record is', async () => {
    const { headers, body } = await recordSource('located');
    expect(headers.location).toBe(`/api/v1/sources/${body.id}`);
  });

  it('answers 304 to a reader who has the record', async () => {
    const { body: source } = await recordSource('cached');
    const first = await api.http('GET', `/sources/${source.id}`);
    const again = await api.http('GET', `/sources/${source.id}`, {
      headers: { 'if-none-match': first.headers.etag ?? '' },
    });
    expect([first.status, again.status, again.body]).toEqual([200, 304, '']);
  });

  it('a list is sent again only when it changed, and lies in the cache of its reader alone', async () => {
    const list = (headers: Record<string, string> = {}) => api.http('GET', '/sources?limit=100', { headers });
    const first = await list();
    expect(first.headers).toMatchObject({ 'cache-control': 'private, no-cache' });
    expect(first.headers.vary).toContain('Cookie');
    const known = { 'if-none-match': first.headers.etag ?? '' };
    const again = await list(known);
    expect([first.status, again.status, again.body]).toEqual([200, 304, '']);
    expect((await recordSource('added')).status).toBe(201);
    expect((await list(known)).status).toBe(200);
  });

  describe('a repeated POST with a key', () => {
    const post = (key: string, body: unknown) =>
      api.http<{ id: string; code?: string }>('POST', '/sources', {
        headers: { 'idempotency-key': key },
        body,
      });

    it('answers the first answer again, also after the record changed', async () => {
      const body = { url: 'https://paper.test/once', note: 'a fictional note' };
      const first = await post('once', body);
      await api.http('PATCH', `/sources/${first.body.id}`, {
        headers: { 'if-match': '"1"' },
        body: { note: null },
      });
      const again = await post('once', { note: 'a fictional note', url: 'https://paper.test/once' });
      expect([again.status, again.body]).toEqual([201, first.body]);
    });

    it('is refused when the body is another', async () => {
      await post('reused', { url: 'https://paper.test/reused' });
      const other = await post('reused', { url: 'https://paper.test/other' });
      expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    });

    it('happens once when it comes many times at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => post('at once', { url: 'https://paper.test/at-once' })),
      ).catch(() => []);
      expect(answers).toHaveLength(6);
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(400));
      const good = await Promise.all(
        Array.from({ length: 6 }, () => post('at-once', { url: 'https://paper.test/at-once' })),
      );
      expect(new Set(good.map(({ body }) => body.id)).size).toBe(1);
      expect(good.map(({ status }) => status)).toEqual(Array(6).fill(201));
    });

    it('leaves the key free when it was refused', async () => {
      expect((await post('free', { url: 'nonsense' })).status).toBe(400);
      expect((await post('free', { url: 'https://paper.test/free' })).status).toBe(201);
    });
  });

  it('answers 409 to all but one of those who record the same at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => recordSource('twice')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('answers anew when a name inside changed, though the record did not', async () => {
    const organisation = await api.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'Fictional Old' }, kind: 'company' },
    });
    const agreement = await api.http<{ id: string }>('POST', '/agreements', {
      body: {
        title: { en: 'A fictional paper' },
        instrumentType: 'announcement',
        legalState: 'announced',
        parties: [{ id: 'p1', role: 'investor', organisationId: organisation.body.id.toUpperCase() }],
      },
    });
    const read = (headers = {}) => api.http('GET', `/agreements/${agreement.body.id}`, { headers });
    const before = await read();
    await api.http('PATCH', `/organisations/${organisation.body.id}`, {
      headers: { 'if-match': '"1"' },
      body: { names: { en: 'Fictional New' } },
    });
    const after = await read({ 'if-none-match': before.headers.etag });
    expect(after.status).toBe(200);
    expect(JSON.stringify(after.body)).toContain('Fictional New');
  });

  describe('a wrong request', () => {
    const wrong = (body: unknown, headers: Record<string, string> = {}) =>
      api.http<Problem>('POST', '/sources', { body, headers });

    it('is told what is wrong, one entry a field, in its language', async () => {
      const inFrench = await wrong({ title: 7, unknown: true }, { 'accept-language': 'fr-MA,fr;q=0.9' });
      expect(inFrench.status).toBe(400);
      expect(inFrench.headers['content-language']).toBe('fr');
      expect(inFrench.body.errors.map(({ field, code }) => [field, code])).toEqual(
        expect.arrayContaining([
          ['url', 'required'],
          ['title', 'not_a_text'],
          ['unknown', 'unknown_field'],
        ]),
      );
      expect(inFrench.body.errors.find(({ field }) => field === 'url')?.message).toBe(
        'Ce champ est obligatoire.',
      );
      const inArabic = await wrong({}, { 'accept-language': 'ar' });
      expect(inArabic.body.title).toMatch(/[\u0600-\u06ff]/);
    });

    it.each([
      ['no JSON', '{"url": ', 400, 'body_unreadable'],
      [
        'a prototype',
        '{"__proto__": {"admin": true}, "url": "https://paper.test/x"}',
        400,
        'body_unreadable',
      ],
      ['a NUL byte', { url: 'https://paper.test/nul', note: 'a\u0000b' }, 400, 'validation_failed'],
      ['a list', [1, 2], 400, 'validation_failed'],
      ['a long text', { url: `https://paper.test/${'x'.repeat(3000)}` }, 400, 'validation_failed'],
      [
        'a large body',
        { url: 'https://paper.test/x', note: 'x'.repeat(2_000_000) },
        413,
        'request_too_large',
      ],
    ] as const)('%s is refused and nothing is lost', async (_, body, status, code) => {
      const answer = await wrong(body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('another media type is refused', async () => {
      const answer = await wrong('url=x', { 'content-type': 'application/x-www-form-urlencoded' });
      expect(answer.status).toBe(415);
    });

    it.each(['limit=0', 'limit=101', 'limit=ten', 'cursor=nonsense', 'surprise=1', 'limit=5&limit=6'])(
      'a list refuses %s',
      async (query) => {
        const answer = await api.http<Problem>('GET', `/sources?${query}`);
        expect([answer.status, answer.body.errors.length]).toEqual([400, 1]);
      },
    );

    it('an unknown address is a 404 with a sentence', async () => {
      const answer = await api.http<Problem>('GET', '/nowhere');
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    });
  });

  it('pages through a list without losing or repeating a row while others are added', async () => {
    for (let index = 0; index < 12; index += 1) await recordSource(`page-${index}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: { body: { items: { id: string }[]; total: number; nextCursor: string | null } } =
        await api.http('GET', `/sources?limit=5${query}`);
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor;
      if (seen.length === 5) await recordSource('added meanwhile'.replace(/ /g, '-'));
    } while (cursor !== null);
    const rows = await api.dataSource.query<{ id: string }[]>('SELECT id FROM source ORDER BY id');
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('refuses a forged cursor', async () => {
    const { body } = await api.http<{ nextCursor: string }>('GET', '/sources?limit=1');
    const [order] = JSON.parse(Buffer.from(body.nextCursor, 'base64url').toString()) as [string];
    const forged = Buffer.from(JSON.stringify([order, "'; DROP TABLE source; --"])).toString('base64url');
    expect((await api.http('GET', `/sources?cursor=${forged}`)).status).toBe(400);
  });

  it('writes an audit entry with every change and lets nobody alter it', async () => {
    const { body: source } = await recordSource('audited');
    const entries = await api.dataSource.query<{ action: string }[]>(
      'SELECT action FROM audit_entry WHERE subject_id = $1',
      [source.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['source.recorded']);
    await expect(api.dataSource.query('DELETE FROM audit_entry')).rejects.toThrow(
      /permission denied|only grows/,
    );
  });
});
