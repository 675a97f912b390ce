import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from 'otpauth';
import { SignIn } from '@app/identity';
import { TestApi, startTestApi } from '../../support/application';
import { countryWide, signInAs } from '../../support/accounts';
import {
  PASSPHRASE,
  actionsAbout,
  as,
  codeNow,
  cookieOf,
  enrol,
  signInWithPassword,
  trySignIn,
} from '../../support/credentials';

describe('the second factor', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.dataSource.query('DELETE FROM sign_in_failure'));
  afterAll(() => api.close());

  const director = (secondFactor = false) =>
    signInWithPassword(api, { grants: [countryWide('director')], secondFactor });

  it('is enrolled by its first code, stands behind this session and ends the others', async () => {
    const person = await director();
    const other = cookieOf(await trySignIn(api, { email: person.email }));
    expect((await person.http('GET', '/session')).body).toMatchObject({
      secondFactor: { enrolled: false, required: true, satisfied: false },
    });
    const { recoveryCodes } = await enrol(api, person);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([A-Z2-7]{6}-){3}[A-Z2-7]{6}$/);
    const mine = await person.http<{ permissions: string[] }>('GET', '/session');
    expect(mine.body).toMatchObject({ secondFactor: { enrolled: true, required: true, satisfied: true } });
    expect(mine.body.permissions).toContain('position.change');
    expect((await api.http('GET', '/session', as({ cookie: other }))).status).toBe(401);
    expect((await actionsAbout(api, person.accountId)).slice(-2)).toEqual([
      'second_factor.started',
      'second_factor.enrolled',
    ]);
  });

  it('asks for nothing before it is confirmed, and a wrong first code confirms nothing', async () => {
    const person = await director();
    const { body } = await person.http<{ secret: string; uri: string }>('POST', '/me/second-factor', {
      body: { password: PASSPHRASE },
    });
    expect(body.uri).toContain(`secret=${body.secret}`);
    expect((await trySignIn(api, { email: person.email })).status).toBe(201);
    const confirm = (code: string) =>
      person.http('POST', '/me/second-factor/confirmation', { body: { code } });
    const wrong = codeNow(api, body.secret, 40);
    expect((await confirm(wrong)).body).toMatchObject({ status: 403, code: 'code_not_confirmed' });
    expect((await trySignIn(api, { email: person.email })).status).toBe(201);
  });

  it('is begun with the password only, and anew until it is confirmed', async () => {
    const person = await director();
    const start = (password?: string) =>
      person.http<{ code?: string; secret?: string }>('POST', '/me/second-factor', { body: { password } });
    expect((await start('wrong')).body.code).toBe('password_not_confirmed');
    expect((await start()).body.code).toBe('password_not_confirmed');
    const first = await start(PASSPHRASE);
    const second = await start(PASSPHRASE);
    expect(second.body.secret).not.toBe(first.body.secret);
    const confirmed = await person.http('POST', '/me/second-factor/confirmation', {
      body: { code: codeNow(api, first.body.secret ?? '') },
    });
    expect(confirmed.status).toBe(403);
    await enrol(api, person);
    expect((await start(PASSPHRASE)).body).toMatchObject({ status: 409, code: 'second_factor_enrolled' });
  });

  it('is asked for at sign-in, after the right password only', async () => {
    const person = await director();
    const { secret } = await enrol(api, person);
    const { email } = person;
    expect((await trySignIn(api, { email, password: 'wrong' })).body.code).toBe('credentials_refused');
    const asked = await trySignIn(api, { email });
    expect([asked.status, asked.body.code, asked.headers['set-cookie']]).toEqual([
      401,
      'second_factor_code_required',
      undefined,
    ]);
    const opened = await trySignIn<object>(api, { email, code: codeNow(api, secret) });
    expect(opened.body).toMatchObject({ account: { secondFactor: { satisfied: true } } });
  });

  it('takes a code once, also when it is sent twice at the same time', async () => {
    const person = await director();
    const { secret } = await enrol(api, person);
    const code = codeNow(api, secret);
    const { email } = person;
    const twins = await Promise.all([trySignIn(api, { email, code }), trySignIn(api, { email, code })]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 401]);
    const again = await trySignIn(api, { email, code });
    expect([again.status, again.body.code]).toEqual([401, 'second_factor_code_refused']);
    const next = await trySignIn(api, { email, code: codeNow(api, secret, 1) });
    expect(next.status).toBe(201);
    expect((await trySignIn(api, { email, code: codeNow(api, secret) })).status).toBe(401);
  });

  it('slows down guesses of codes, which asking without one does not reset', async () => {
    const person = await director();
    const { secret } = await enrol(api, person);
    const { email } = person;
    const wrong = codeNow(api, secret, 40);
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await trySignIn(api, { email, code: wrong })).body.code).toBe('second_factor_code_refused');
      if (turn < 4) expect((await trySignIn(api, { email })).body.code).toBe('second_factor_code_required');
    }
    expect((await trySignIn(api, { email, code: codeNow(api, secret) })).status).toBe(429);
  });

  it('is stood in for by each recovery code once, until new ones replace them', async () => {
    const person = await director();
    const { secret, recoveryCodes } = await enrol(api, person);
    const { email } = person;
    const [first = '', second = '', third = ''] = recoveryCodes;
    const statusOf = async (recoveryCode: string) => (await trySignIn(api, { email, recoveryCode })).status;
    expect(await statusOf(first.toLowerCase().replaceAll('-', ' '))).toBe(201);
    expect(await statusOf(first)).toBe(401);
    expect(await statusOf('NO-CODE')).toBe(401);
    const renewed = await person.http<{ recoveryCodes: string[] }>('POST', '/me/recovery-codes', {
      body: { password: PASSPHRASE, code: codeNow(api, secret) },
    });
    expect(renewed.status).toBe(201);
    expect(await statusOf(second)).toBe(401);
    expect(await statusOf(renewed.body.recoveryCodes[0] ?? '')).toBe(201);
    const withoutCode = await person.http('POST', '/me/recovery-codes', { body: { password: PASSPHRASE } });
    expect(withoutCode.body).toMatchObject({ code: 'code_not_confirmed' });
    expect(await statusOf(third)).toBe(401);
    expect(await actionsAbout(api, person.accountId)).toEqual(
      expect.arrayContaining(['second_factor.code_used', 'second_factor.codes_renewed']),
    );
  });

  it('keeps no code as it is', async () => {
    const person = await director();
    const { recoveryCodes } = await enrol(api, person);
    const rows = await api.dataSource.query<{ kept: string }[]>(
      `SELECT row_to_json(r)::text AS kept FROM recovery_code r WHERE account_id = $1`,
      [person.accountId],
    );
    expect(rows).toHaveLength(10);
    for (const code of recoveryCodes) expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('keeps no seed as it is, and one from before until its next code', async () => {
    const person = await director();
    const { secret } = await enrol(api, person);
    const seed = Buffer.from(Secret.fromBase32(secret).bytes);
    const kept = async () => {
      const [row] = await api.dataSource.query<[{ secret: Buffer }]>(
        'SELECT secret FROM second_factor WHERE account_id = $1',
        [person.accountId],
      );
      return row.secret;
    };
    expect([(await kept()).length, (await kept()).includes(seed)]).toEqual([53, false]);
    await api.dataSource.query('UPDATE second_factor SET secret = $2 WHERE account_id = $1', [
      person.accountId,
      seed,
    ]);
    const opened = await trySignIn(api, { email: person.email, code: codeNow(api, secret) });
    expect(opened.status).toBe(201);
    expect([(await kept()).length, (await kept()).includes(seed)]).toEqual([53, false]);
    const file = join(api.dataDir, 'second-factor-key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const next = await trySignIn(api, { email: person.email, code: codeNow(api, secret, 1) });
    expect(next.status).toBe(201);
  });

  it('without its key asks to come back, counts nothing, and takes recovery codes', async () => {
    const person = await director();
    const stranger = await director();
    const { secret, recoveryCodes } = await enrol(api, person);
    const { secret: other } = await enrol(api, stranger);
    // The row of another account is worth as much as that of another key.
    await api.dataSource.query(
      `UPDATE second_factor f SET secret = o.secret FROM second_factor o
        WHERE f.account_id = $1 AND o.account_id = $2`,
      [person.accountId, stranger.accountId],
    );
    const { email } = person;
    for (const device of [secret, other]) {
      for (let turn = 0; turn < 4; turn += 1) {
        const answer = await trySignIn(api, { email, code: codeNow(api, device) });
        expect([answer.status, answer.body.code]).toEqual([503, 'second_factor_unreadable']);
      }
    }
    expect((await trySignIn(api, { email, recoveryCode: recoveryCodes[0] })).status).toBe(201);
  });

  it('is taken away with password and code, ends the others, and stands behind nothing any more', async () => {
    const person = await director();
    const { secret, recoveryCodes } = await enrol(api, person);
    const { email } = person;
    const remove = (body: object) => person.http('DELETE', '/me/second-factor', { body });
    const other = cookieOf(await trySignIn(api, { email, code: codeNow(api, secret) }));
    const made = await person.http<{ token: string }>('POST', '/me/tokens', {
      body: { name: 'script', permissions: ['position.change'], expiresAt: inDays(30) },
    });
    expect((await remove({ password: PASSPHRASE })).body).toMatchObject({ code: 'code_not_confirmed' });
    expect((await remove({ recoveryCode: recoveryCodes[0] })).body).toMatchObject({
      code: 'password_not_confirmed',
    });
    expect((await remove({ password: PASSPHRASE, recoveryCode: recoveryCodes[1] })).status).toBe(204);
    expect((await api.http('GET', '/session', as({ cookie: other }))).status).toBe(401);
    const mine = await person.http<{ permissions: string[] }>('GET', '/session');
    expect(mine.body).toMatchObject({ secondFactor: { enrolled: false, satisfied: false } });
    const bearer = as({ authorization: `Bearer ${made.body.token}` });
    expect((await api.http('GET', '/session', bearer)).body).toMatchObject({
      permissions: ['self'],
      secondFactor: { satisfied: false },
    });
    expect((await trySignIn(api, { email })).status).toBe(201);
    expect((await remove({ password: PASSPHRASE })).body).toMatchObject({ code: 'second_factor_missing' });
  });

  it('answers its secrets to no repeated request', async () => {
    const person = await director();
    const answer = await person.http('POST', '/me/second-factor', {
      body: { password: PASSPHRASE },
      headers: { 'idempotency-key': 'k' },
    });
    expect(answer.body).toMatchObject({ status: 400, code: 'idempotency_key_not_taken' });
  });

  it('is not for demonstration accounts, of which none is asked', async () => {
    const person = await director();
    await api.dataSource.query('UPDATE account SET demonstration = true WHERE id = $1', [person.accountId]);
    const start = await person.http('POST', '/me/second-factor', { body: { password: PASSPHRASE } });
    expect(start.body).toMatchObject({ code: 'second_factor_not_for_demonstration' });
    const opened = await trySignIn<object>(api, { email: person.email });
    expect(opened.body).toMatchObject({
      account: { secondFactor: { enrolled: false, required: false, satisfied: true } },
    });
  });

  describe('of an account without a password', () => {
    it('is begun in a session that was opened just now, and put behind one that a provider opened', async () => {
      const person = await signInAs(api, { grants: [countryWide('director')], secondFactor: false });
      const start = () => person.http<{ secret: string }>('POST', '/me/second-factor', { body: {} });
      const openedBefore = (minutes: number) =>
        api.dataSource.query(
          'UPDATE session SET created_at = now() - make_interval(mins => $2) WHERE id = $1',
          [person.sessionId, minutes],
        );
      await openedBefore(11);
      expect((await start()).body).toMatchObject({ status: 403, code: 'fresh_session_required' });
      await openedBefore(9);
      const { secret } = (await start()).body;
      const code = codeNow(api, secret);
      const confirmed = await person.http('POST', '/me/second-factor/confirmation', { body: { code } });
      expect(confirmed.status).toBe(201);

      await api.dataSource.query('UPDATE session SET second_factor = false WHERE id = $1', [
        person.sessionId,
      ]);
      const satisfy = (body: object) => person.http('POST', '/session/second-factor', { body });
      expect((await satisfy({})).body).toMatchObject({ code: 'code_not_confirmed' });
      expect((await satisfy({ code })).body).toMatchObject({ code: 'code_not_confirmed' });
      expect((await satisfy({ code: codeNow(api, secret, 1) })).status).toBe(204);
      expect((await person.http('GET', '/session')).body).toMatchObject({
        secondFactor: { satisfied: true },
      });
    });
  });

  it('never blocks signing in where it is missing', async () => {
    const person = await director();
    const session = await api.app.get(SignIn).execute({ email: person.email, password: PASSPHRASE });
    expect(session.secondFactor).toBe(false);
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
