import { EndSessions } from '@app/identity';
import { TestApi, startTestApi } from '../../support/application';
import { SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { actionsAbout, as } from '../../support/credentials';

interface Made {
  readonly id: string;
  readonly token: string;
  readonly permissions: string[];
}

interface Violations {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('API tokens', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const make = async (person: SignedInAccount, permissions: string[], days = 30) =>
    person.http<Made>('POST', '/me/tokens', {
      body: { name: 'nightly figures', permissions, expiresAt: inDays(days) },
    });
  const use = (token: string, path = '/agreements') =>
    api.http('GET', path, as({ authorization: `Bearer ${token}` }));

  it('are shown once and kept by their digest', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const made = await make(person, ['organisation.read', 'agreement.read']);
    expect(made.status).toBe(201);
    expect(made.body.token).toMatch(/^mithaq_[\w-]{43}$/);
    const list = await person.http<{ items: object[] }>('GET', '/me/tokens');
    expect(list.body.items).toEqual([
      {
        id: made.body.id,
        name: 'nightly figures',
        permissions: ['agreement.read', 'organisation.read'],
        secondFactor: true,
        createdAt: expect.any(String) as string,
        expiresAt: expect.any(String) as string,
        lastUsedAt: null,
      },
    ]);
    const rows = await api.dataSource.query<object[]>(
      `SELECT row_to_json(t)::text AS kept FROM api_token t
       UNION ALL SELECT row_to_json(e)::text FROM audit_entry e`,
    );
    expect(JSON.stringify(rows)).not.toContain(made.body.token.slice(7));
    expect(await actionsAbout(api, made.body.id)).toEqual(['api_token.made']);
  });

  it('may what they were made for, and nothing else that their holder may', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const { token } = (await make(person, ['agreement.read'])).body;
    expect((await use(token)).status).toBe(200);
    expect((await use(token, '/organisations')).body).toMatchObject({ code: 'permission_required' });
    expect((await use(token, '/session')).body).toMatchObject({
      id: person.accountId,
      permissions: ['self', 'agreement.read'],
    });
  });

  it('lose what their holder loses', async () => {
    const person = await signInAs(api, { grants: [countryWide('auditor')] });
    const { token } = (await make(person, ['audit.read', 'agreement.read'])).body;
    await api.dataSource.query(`UPDATE role_grant SET role = 'verifier' WHERE account_id = $1`, [
      person.accountId,
    ]);
    expect((await use(token, '/session')).body).toMatchObject({ permissions: ['self', 'agreement.read'] });
  });

  it.each([
    ['GET', '/me'],
    ['PATCH', '/me'],
    ['PUT', '/me/password'],
    ['POST', '/me/second-factor'],
    ['POST', '/me/second-factor/confirmation'],
    ['DELETE', '/me/second-factor'],
    ['POST', '/me/recovery-codes'],
    ['POST', '/session/second-factor'],
    ['DELETE', '/session'],
    ['GET', '/sessions'],
    ['DELETE', '/sessions'],
    ['GET', '/me/tokens'],
    ['POST', '/me/tokens'],
    ['DELETE', '/me/tokens/00000000-0000-7000-8000-000000000000'],
  ] as const)('never manage credentials: %s %s', async (method, path) => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const { token } = (await make(person, ['agreement.read'])).body;
    const headers = { authorization: `Bearer ${token}`, 'if-match': '"1"' };
    const answer = await api.http(method, path, { anonymous: true, headers });
    expect(answer.body).toMatchObject({ status: 403, code: 'session_required' });
  });

  it.each([
    ['self', 'not_for_tokens'],
    ['account.change', 'not_for_tokens'],
    ['account.invite', 'not_for_tokens'],
    ['outbox.read_links', 'not_for_tokens'],
    ['audit.read', 'permission_not_held'],
    ['agreement.log', 'permission_not_held'],
  ])('of an admin do not carry %s', async (permission, code) => {
    const person = await signInAs(api, { grants: [countryWide('admin')] });
    const answer = await make(person, ['agreement.read', permission]);
    expect(answer.status).toBe(422);
    expect((answer.body as unknown as Violations).errors).toMatchObject([{ field: 'permissions[1]', code }]);
  });

  it.each([
    [-1, 422],
    [365, 201],
    [367, 422],
  ])('that end in %d days: %d', async (days, status) => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    expect((await make(person, ['agreement.read'], days)).status).toBe(status);
  });

  it.each([
    [{ name: '', permissions: ['agreement.read'], expiresAt: inDays(1) }, 'name', 'too_short'],
    [{ name: 'x', permissions: ['agreement.read'], expiresAt: '2027-01-01' }, 'expiresAt', 'not_an_instant'],
    [{ name: 'x', permissions: ['agreement.read'] }, 'expiresAt', 'required'],
    [{ name: 'x', permissions: ['nonsense'], expiresAt: inDays(1) }, 'permissions', 'not_a_choice'],
  ])('%j is refused', async (body, field, code) => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const answer = await person.http<Violations>('POST', '/me/tokens', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ field, code }]);
  });

  it('are refused without a permission', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const answer = await make(person, []);
    expect(answer.status).toBe(422);
    expect((answer.body as unknown as Violations).errors).toMatchObject([
      { field: 'permissions', code: 'no_permission' },
    ]);
  });

  it('end when they are revoked, run out, or their holder leaves', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const stranger = await signInAs(api, { grants: [countryWide('admin')] });
    const [revoked, outdated, left] = [
      (await make(person, ['agreement.read'])).body,
      (await make(person, ['agreement.read'])).body,
      (await make(person, ['agreement.read'])).body,
    ];
    expect((await stranger.http('DELETE', `/me/tokens/${revoked.id}`)).status).toBe(404);
    expect((await use(revoked.token)).status).toBe(200);
    expect((await person.http('DELETE', `/me/tokens/${revoked.id}`)).status).toBe(204);
    expect((await person.http('DELETE', `/me/tokens/${revoked.id}`)).status).toBe(404);
    expect((await use(revoked.token)).body).toMatchObject({ status: 401, code: 'sign_in_required' });
    expect(await actionsAbout(api, revoked.id)).toEqual(['api_token.made', 'api_token.revoked']);

    await api.dataSource.query(
      `UPDATE api_token SET created_at = created_at - interval '40 days', expires_at = expires_at - interval '40 days'
        WHERE id = $1`,
      [outdated.id],
    );
    expect((await use(outdated.token)).status).toBe(401);

    const active = (is: boolean) =>
      api.dataSource.query('UPDATE account SET active = $2 WHERE id = $1', [person.accountId, is]);
    await active(false);
    expect((await use(left.token)).status).toBe(401);
    await active(true);
    expect((await use(left.token)).status).toBe(200);
    await api.app.get(EndSessions).execute(person.accountId, 'system:tests');
    expect((await use(left.token)).status).toBe(401);
  });

  it.each(['mithaq_' + 'A'.repeat(43), 'nonsense', 'A'.repeat(43)])('%s is worth nothing', async (token) => {
    expect((await use(token)).status).toBe(401);
  });

  it('speak before the cookie of a browser', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const headers = { authorization: 'Bearer nonsense', cookie: person.cookie };
    expect((await api.http('GET', '/agreements', as(headers))).status).toBe(401);
  });

  it('carry whether a second factor stood behind the session that made them', async () => {
    const grants = [countryWide('director')];
    for (const secondFactor of [true, false]) {
      const person = await signInAs(api, { grants, secondFactor });
      const { token } = (await make(person, ['position.change'])).body;
      expect((await use(token, '/session')).body).toMatchObject({
        permissions: secondFactor ? ['self', 'position.change'] : ['self'],
        secondFactor: { satisfied: secondFactor },
      });
    }
  });

  it('note their last use, at most once a minute', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const { id, token } = (await make(person, ['agreement.read'])).body;
    const lastUse = async () => {
      const [row] = await api.dataSource.query<[{ at: Date | null }]>(
        'SELECT last_used_at AS at FROM api_token WHERE id = $1',
        [id],
      );
      return row.at?.getTime() ?? null;
    };
    const back = (seconds: number) =>
      api.dataSource.query(
        'UPDATE api_token SET last_used_at = last_used_at - make_interval(secs => $2) WHERE id = $1',
        [id, seconds],
      );
    expect(await lastUse()).toBeNull();
    await use(token);
    const first = await lastUse();
    expect(first).not.toBeNull();
    await back(30);
    const before = await lastUse();
    await use(token);
    expect(await lastUse()).toBe(before);
    await back(31);
    await use(token);
    expect(await lastUse()).toBeGreaterThanOrEqual(first ?? 0);
  });

  it('are twenty at most, also when they are made side by side', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const answers = await Promise.all(Array.from({ length: 22 }, () => make(person, ['agreement.read'])));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(20).fill(201), 409, 409]);
  });
});
