import { newId } from '@app/platform';
import { countryWide } from '../../support/accounts';
import { TestApi, startTestApi } from '../../support/application';
import {
  PASSPHRASE,
  as,
  codeNow,
  cookieOf,
  enrol,
  signInWithPassword,
  trySignIn,
} from '../../support/credentials';

/** What people do about their own account, in sessions that the database confines to its rows. */
describe('an investor looks after their own account', () => {
  let api: TestApi;
  const organisationId = newId();

  beforeAll(async () => {
    api = await startTestApi();
    await api.dataSource.query(
      `INSERT INTO organisation (id, name_en, kind, search_source) VALUES ($1, 'Atlas', 'company', 'Atlas')`,
      [organisationId],
    );
  });
  afterEach(() => api.dataSource.query('DELETE FROM sign_in_failure'));
  afterAll(() => api.close());

  const investor = () =>
    signInWithPassword(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });

  it('changes name and language', async () => {
    const person = await investor();
    const read = await person.http('GET', '/me');
    const changed = await person.http('PATCH', '/me', {
      headers: { 'if-match': read.headers.etag ?? '' },
      body: { name: 'Amina Tazi', language: 'ar' },
    });
    expect(changed.body).toMatchObject({ name: 'Amina Tazi', language: 'ar' });
  });

  it('changes the password, and wrong ones count although the request is undone', async () => {
    const person = await investor();
    const change = (currentPassword: string, newPassword: string) =>
      person.http('PUT', '/me/password', { body: { currentPassword, newPassword } });
    const other = cookieOf(await trySignIn(api, { email: person.email }));
    expect((await change('a guess', 'nine storks under a bridge')).body.code).toBe('password_not_confirmed');
    const [{ failures }] = await api.dataSource.query<[{ failures: number }]>(
      `SELECT sum(failures) AS failures FROM sign_in_failure WHERE counted = 'account'`,
    );
    expect(failures).toBe(1);
    expect((await change(PASSPHRASE, 'nine storks under a bridge')).status).toBe(204);
    expect((await api.http('GET', '/session', as({ cookie: other }))).status).toBe(401);
    expect(
      (await trySignIn(api, { email: person.email, password: 'nine storks under a bridge' })).status,
    ).toBe(201);
  });

  it('asks much at once and keeps nobody waiting: each request may need a second connection', async () => {
    const [person, staff] = [
      await investor(),
      await signInWithPassword(api, { grants: [countryWide('officer')] }),
    ];
    const begun = performance.now();
    const changes = Array.from({ length: 40 }, (_, index) =>
      person.http('PUT', '/me/password', {
        body: { currentPassword: `guess ${index}`, newPassword: 'nine storks under a bridge' },
      }),
    );
    const read = staff.http('GET', '/agreements');
    const statuses = (await Promise.all(changes)).map(({ status }) => status);
    expect((await read).status).toBe(200);
    expect(statuses.filter((status) => ![403, 429, 503].includes(status))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('enrols a second factor, renews the recovery codes and takes it away', async () => {
    const person = await investor();
    const { secret } = await enrol(api, person);
    const confirmation = { password: PASSPHRASE, code: codeNow(api, secret) };
    const renewed = await person.http<{ recoveryCodes: string[] }>('POST', '/me/recovery-codes', {
      body: confirmation,
    });
    expect(renewed.status).toBe(201);
    const removed = await person.http('DELETE', '/me/second-factor', {
      body: { password: PASSPHRASE, recoveryCode: renewed.body.recoveryCodes[0] },
    });
    expect(removed.status).toBe(204);
    expect((await trySignIn(api, { email: person.email })).status).toBe(201);
  });

  it('makes, uses and revokes a token', async () => {
    const person = await investor();
    const made = await person.http<{ id: string; token: string }>('POST', '/me/tokens', {
      body: {
        name: 'script',
        permissions: ['agreement.read'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    });
    expect(made.status).toBe(201);
    const byToken = as({ authorization: `Bearer ${made.body.token}` });
    expect((await api.http('GET', '/agreements', byToken)).status).toBe(200);
    const list = await person.http<{ items: { id: string }[] }>('GET', '/me/tokens');
    expect(list.body.items.map(({ id }) => id)).toEqual([made.body.id]);
    expect((await person.http('DELETE', `/me/tokens/${made.body.id}`)).status).toBe(204);
    expect((await api.http('GET', '/agreements', byToken)).status).toBe(401);
  });

  it('sees and ends their own sessions, and nobody else’s', async () => {
    const [person, neighbour] = [await investor(), await investor()];
    const other = cookieOf(await trySignIn(api, { email: person.email }));
    const { body } = await person.http<{ items: { id: string }[] }>('GET', '/sessions');
    expect(body.items).toHaveLength(2);
    expect((await person.http('DELETE', `/sessions/${neighbour.sessionId}`)).status).toBe(404);
    const second = body.items.find(({ id }) => id !== person.sessionId);
    expect((await person.http('DELETE', `/sessions/${second?.id}`)).status).toBe(204);
    expect((await api.http('GET', '/session', as({ cookie: other }))).status).toBe(401);
    expect((await neighbour.http('GET', '/session')).status).toBe(200);
  });
});
