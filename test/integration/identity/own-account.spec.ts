import { SetPassword } from '@app/identity';
import { newId } from '@app/platform';
import { TestApi, startTestApi } from '../../support/application';
import { countryWide, signInAs } from '../../support/accounts';
import {
  PASSPHRASE,
  actionsAbout,
  as,
  cookieOf,
  signInWithPassword,
  trySignIn,
} from '../../support/credentials';

interface Refused {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('the own account', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.dataSource.query('DELETE FROM sign_in_failure'));
  afterAll(() => api.close());

  it('is changed in name and language, by the revision that was read', async () => {
    const person = await signInAs(api, { grants: [countryWide('officer')], name: 'A. Tazi' });
    const read = await person.http<{ revision: number }>('GET', '/me');
    expect(read.body).toMatchObject({ id: person.accountId, revision: 1, name: 'A. Tazi' });
    const change = (body: object, tag?: string) =>
      person.http('PATCH', '/me', { body, headers: tag ? { 'if-match': tag } : {} });
    expect((await change({ name: 'Amina Tazi' })).status).toBe(428);
    const changed = await change({ name: 'Amina Tazi' }, read.headers.etag);
    expect(changed.body).toMatchObject({ revision: 2, name: 'Amina Tazi', language: 'en' });
    expect((await change({ language: 'ar' }, read.headers.etag)).status).toBe(412);
    expect((await change({ language: 'ar' }, changed.headers.etag)).body).toMatchObject({
      name: 'Amina Tazi',
      language: 'ar',
    });
    const [entry] = await api.dataSource.query<[{ payload: object }]>(
      `SELECT payload FROM audit_entry WHERE subject_id = $1 AND action = 'account.changed_by_holder' ORDER BY id`,
      [person.accountId],
    );
    expect(entry.payload).toEqual({ fields: ['name'] });
  });

  it.each([
    ['an unknown language', { language: 'de' }],
    ['an address', { email: 'other@register.test' }],
    ['a role', { roles: ['admin'] }],
  ])('does not take %s', async (_, body) => {
    const person = await signInAs(api, { grants: [countryWide('officer')] });
    const answer = await person.http('PATCH', '/me', { body, headers: { 'if-match': '"1"' } });
    expect(answer.status).toBe(400);
  });

  describe('has a password', () => {
    const change = (
      person: Awaited<ReturnType<typeof signInAs>>,
      newPassword: string,
      currentPassword = PASSPHRASE,
    ) => person.http<Refused>('PUT', '/me/password', { body: { currentPassword, newPassword } });

    it('that is changed with the present one; other sessions and tokens end', async () => {
      const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const { email } = person;
      const other = cookieOf(await trySignIn(api, { email }));
      const { token } = (
        await person.http<{ token: string }>('POST', '/me/tokens', {
          body: {
            name: 'script',
            permissions: ['agreement.read'],
            expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
          },
        })
      ).body;
      const password = 'nine storks under a bridge';
      expect((await change(person, password)).status).toBe(204);
      expect((await person.http('GET', '/session')).status).toBe(200);
      expect((await api.http('GET', '/session', as({ cookie: other }))).status).toBe(401);
      expect((await api.http('GET', '/session', as({ authorization: `Bearer ${token}` }))).status).toBe(401);
      expect((await trySignIn(api, { email })).status).toBe(401);
      expect((await trySignIn(api, { email, password })).status).toBe(201);
      const [entry] = await api.dataSource.query<[{ payload: object }]>(
        `SELECT payload FROM audit_entry WHERE subject_id = $1 AND action = 'account.password_set' ORDER BY id DESC`,
        [person.accountId],
      );
      expect(entry.payload).toEqual({ sessions: 1, tokens: 1 });
    });

    it('that an open session does not find out: wrong ones count', async () => {
      const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const guess = () => change(person, 'nine storks under a bridge', 'a guess');
      for (let turn = 0; turn < 5; turn += 1) {
        expect((await guess()).body.code).toBe('password_not_confirmed');
      }
      const blocked = await change(person, 'nine storks under a bridge');
      expect([blocked.status, blocked.headers['retry-after']]).toEqual([429, '2']);
      expect((await trySignIn(api, { email: person.email })).status).toBe(429);
    });

    it.each([
      ['eleven char', 'password_too_short', 'A password has at least 12 characters.'],
      ['bienvenue2026', 'password_too_common', 'This password is among the first that guessers try.'],
      ['amina.tazi@register.test', 'password_is_address', 'This password is made of your address'],
    ])('that is not %s', async (password, code, message) => {
      const email = `amina.tazi@register.test`;
      await api.dataSource.query(`UPDATE account SET email = id || '@register.test' WHERE email = $1`, [
        email,
      ]);
      const person = await signInWithPassword(api, { grants: [], email });
      const answer = await change(person, password);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ field: 'newPassword', code }]);
      expect(answer.body.errors[0]?.message).toContain(message);
      expect((await trySignIn(api, { email })).status).toBe(201);
    });
  });

  describe('given a password by a part of the register', () => {
    it('has no session any more and may sign in at once, whatever failed before', async () => {
      const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const { email, accountId } = person;
      for (let turn = 0; turn < 6; turn += 1) await trySignIn(api, { email, password: 'wrong' });
      const password = 'nine storks under a bridge';
      await api.app.get(SetPassword).execute({ accountId, password, actor: 'system:tests' });
      expect((await person.http('GET', '/session')).status).toBe(401);
      expect((await trySignIn(api, { email, password })).status).toBe(201);
      expect(
        (await actionsAbout(api, accountId)).filter((one) => one === 'account.password_set'),
      ).toHaveLength(2);
    });

    it('must exist, and the password be one that it may have', async () => {
      const setPassword = api.app.get(SetPassword);
      const actor = 'system:tests';
      await expect(
        setPassword.execute({ accountId: newId(), password: PASSPHRASE, actor }),
      ).rejects.toMatchObject({ code: 'not_found' });
      const { accountId } = await signInAs(api, { grants: [] });
      await expect(setPassword.execute({ accountId, password: 'short', actor })).rejects.toMatchObject({
        violations: [{ field: 'password', code: 'password_too_short' }],
      });
    });
  });
});
