import * as argon2 from '@node-rs/argon2';
import { TestApi, startTestApi } from '../../support/application';
import { countryWide } from '../../support/accounts';
import {
  PASSPHRASE,
  actionsAbout,
  as,
  cookieOf,
  signInWithPassword,
  trySignIn,
} from '../../support/credentials';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, verify: jest.fn(real.verify), hash: jest.fn(real.hash) };
});

const NOBODY = '00000000-0000-0000-0000-000000000000';

interface AccountBody {
  readonly id: string;
  readonly permissions: string[];
  readonly secondFactor: { enrolled: boolean; required: boolean; satisfied: boolean };
}

describe('signing in', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.dataSource.query('DELETE FROM sign_in_failure'));
  afterAll(() => api.close());

  it('answers the account with what this session may, as does asking for it later', async () => {
    const { email } = await signInWithPassword(api, {
      grants: [countryWide('officer'), countryWide('director')],
    });
    const opened = await trySignIn<{ account: AccountBody }>(api, { email: email.toUpperCase() });
    expect(opened.status).toBe(201);
    const { account } = opened.body;
    expect(account.secondFactor).toEqual({ enrolled: false, required: true, satisfied: false });
    expect(account.permissions).toEqual(expect.arrayContaining(['self', 'agreement.log', 'setup.read']));
    expect(account.permissions).not.toContain('position.change');
    const again = await api.http('GET', '/session', as({ cookie: cookieOf(opened) }));
    expect(again.body).toEqual(account);
  });

  it('gives another token each time', async () => {
    const { email } = await signInWithPassword(api, { grants: [countryWide('officer')] });
    const cookies = [await trySignIn(api, { email }), await trySignIn(api, { email })].map(cookieOf);
    expect(new Set(cookies).size).toBe(2);
  });

  it('is refused to an account that is not active', async () => {
    const { email, accountId } = await signInWithPassword(api, { grants: [countryWide('officer')] });
    await api.dataSource.query('UPDATE account SET active = false WHERE id = $1', [accountId]);
    expect((await trySignIn(api, { email })).body.code).toBe('credentials_refused');
  });

  it('keeps blanks of a password, and knows it in every form of its characters', async () => {
    const made = await signInWithPassword(api, { grants: [countryWide('officer')] });
    const newPassword = '  été à Rabat ² ';
    await made.http('PUT', '/me/password', { body: { currentPassword: PASSPHRASE, newPassword } });
    const statusOf = async (password: string) =>
      (await trySignIn(api, { email: made.email, password })).status;
    expect(await statusOf(newPassword.normalize('NFD'))).toBe(201);
    expect(await statusOf(newPassword.trim())).toBe(401);
  });

  describe('with a hash of other parameters', () => {
    it('makes it anew, also that of a password kept as it was typed', async () => {
      const { email, accountId } = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const password = 'a surface of 40 m² in town';
      const old = await argon2.hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
      await api.dataSource.query('UPDATE account SET password_hash = $2 WHERE id = $1', [accountId, old]);
      expect((await trySignIn(api, { email, password })).status).toBe(201);
      const hashes = 'SELECT password_hash AS hash FROM account WHERE id = $1';
      const [renewed] = await api.dataSource.query<[{ hash: string }]>(hashes, [accountId]);
      expect(renewed.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect((await trySignIn(api, { email, password })).status).toBe(201);
      const [kept] = await api.dataSource.query<[{ hash: string }]>(hashes, [accountId]);
      expect(kept.hash).toBe(renewed.hash);
    });
  });

  describe('without an account', () => {
    /** What an attempt costs: every statement sent to the database, and every hashing. */
    async function costOf(body: { email: string; password: string }) {
      const statements: string[] = [];
      const { createQueryRunner } = api.dataSource;
      jest.spyOn(api.dataSource, 'createQueryRunner').mockImplementation((mode) => {
        const runner = createQueryRunner.call(api.dataSource, mode);
        const { query } = runner;
        runner.query = ((text: string, ...rest: []) => {
          statements.push(text);
          return query.call(runner, text, ...rest);
        }) as typeof runner.query;
        return runner;
      });
      jest.mocked(argon2.verify).mockClear();
      jest.mocked(argon2.hash).mockClear();
      const answer = await api.http('POST', '/session', { anonymous: true, body });
      jest.restoreAllMocks();
      const verified = jest
        .mocked(argon2.verify)
        .mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4));
      return { answer, statements, verified, hashed: jest.mocked(argon2.hash).mock.calls.length };
    }

    it.each([
      ['a wrong password', 'not the right one at all'],
      ['a password that has two forms', 'not the right one at all ²'],
    ])('%s gets the same answer and does the same work', async (_, password) => {
      const { email } = await signInWithPassword(api, { grants: [countryWide('director')] });
      const known = await costOf({ email, password });
      const unknown = await costOf({ email: 'nobody@register.test', password });
      expect(known.answer.status).toBe(401);
      expect(unknown.answer.body).toEqual(known.answer.body);
      const { date: _date, 'x-request-id': _id, ...headers } = known.answer.headers;
      expect(unknown.answer.headers).toMatchObject(headers);
      expect(known.statements.length).toBeGreaterThan(5);
      expect(unknown.statements).toEqual(known.statements);
      expect(known.verified.length).toBe(password.includes('²') ? 2 : 1);
      expect(unknown.verified).toEqual(known.verified);
      expect([known.hashed, unknown.hashed]).toEqual([0, 0]);
    });

    it.each([
      ['without a password', 'UPDATE account SET password_hash = NULL WHERE id = $1'],
      ['not active', 'UPDATE account SET active = false WHERE id = $1'],
    ])('an account that is %s is like none', async (_, change) => {
      const { email, accountId } = await signInWithPassword(api, { grants: [] });
      await api.dataSource.query(change, [accountId]);
      const password = PASSPHRASE;
      const [known, unknown] = [
        await costOf({ email, password }),
        await costOf({ email: 'nobody@register.test', password }),
      ];
      expect(unknown.answer.body).toEqual(known.answer.body);
      expect(unknown.statements).toEqual(known.statements);
      expect(unknown.verified).toEqual(known.verified);
    });

    it('is slowed down alike', async () => {
      const { email } = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const answersFor = async (address: string) => {
        const answers = [];
        for (let turn = 0; turn < 6; turn += 1) {
          answers.push(await trySignIn(api, { email: address, password: 'wrong' }));
        }
        await api.dataSource.query('DELETE FROM sign_in_failure');
        return answers.map(({ status, body, headers }) => [status, body, headers['retry-after']]);
      };
      expect(await answersFor('nobody@register.test')).toEqual(await answersFor(email));
    });
  });

  describe('after failures', () => {
    it('waits longer from the fifth on, says how long, and is counted anew after a success', async () => {
      const { email } = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const fail = () => trySignIn<{ code: string; title: string }>(api, { email, password: 'wrong' });
      const later = (seconds: number) =>
        api.dataSource.query(
          `UPDATE sign_in_failure SET blocked_until = blocked_until - make_interval(secs => $1)`,
          [seconds],
        );
      for (let turn = 0; turn < 5; turn += 1) expect((await fail()).status).toBe(401);
      const blocked = await trySignIn<{ code: string; title: string }>(api, { email });
      expect([blocked.status, blocked.body.code]).toEqual([429, 'too_many_failures']);
      expect(blocked.headers['retry-after']).toBe('2');
      expect(blocked.body.title).toBe('Too many attempts failed. Try again in 2 seconds.');
      await later(2);
      expect((await fail()).status).toBe(401);
      expect((await fail()).headers['retry-after']).toBe('4');
      await later(4);
      expect((await trySignIn(api, { email })).status).toBe(201);
      for (let turn = 0; turn < 5; turn += 1) expect((await fail()).status).toBe(401);
    });

    it('lets no guess escape that is sent beside others', async () => {
      const { email } = await signInWithPassword(api, { grants: [countryWide('officer')] });
      const answers = await Promise.all(
        Array.from({ length: 15 }, (_, index) => trySignIn(api, { email, password: `guess ${index}` })),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(10).fill(429)]);
      const [count] = await api.dataSource.query<[{ failures: number }]>(
        `SELECT failures FROM sign_in_failure WHERE counted = 'account'`,
      );
      expect(count.failures).toBe(5);
    });

    it('counts an address apart, across accounts, and a success gives back its own attempt only', async () => {
      const { email } = await signInWithPassword(api, { grants: [countryWide('officer')] });
      for (let turn = 0; turn < 19; turn += 1) {
        await trySignIn(api, { email: `nobody-${turn}@register.test`, password: 'wrong' });
      }
      expect((await trySignIn(api, { email })).status).toBe(201);
      const last = { email: 'nobody-at-last@register.test', password: 'wrong' };
      expect((await trySignIn(api, last)).status).toBe(401);
      const blocked = await trySignIn(api, { email });
      expect([blocked.status, blocked.headers['retry-after']]).toEqual([429, '2']);
    });

    it('keeps no address of anybody, only digests', async () => {
      await trySignIn(api, { email: 'somebody@register.test', password: 'wrong' });
      const rows = await api.dataSource.query<{ kept: string }[]>(
        `SELECT row_to_json(f)::text AS kept FROM sign_in_failure f ORDER BY counted`,
      );
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toMatch(/somebody|127\.0\.0\.1/);
    });
  });

  describe('the audit trail', () => {
    it('has successes, failures and waits about the account', async () => {
      const { email, accountId } = await signInWithPassword(api, { grants: [countryWide('officer')] });
      for (let turn = 0; turn < 5; turn += 1) await trySignIn(api, { email, password: 'wrong' });
      expect(await actionsAbout(api, accountId)).toEqual([
        'account.password_set',
        ...Array<string>(5).fill('session.refused'),
        'session.blocked',
      ]);
    });

    it('has failures of nobody without what was typed', async () => {
      const email = 'password-typed-here@register.test';
      await trySignIn(api, { email, password: 'wrong' });
      const rows = await api.dataSource.query<{ entry: string }[]>(
        `SELECT row_to_json(e)::text AS entry FROM audit_entry e WHERE subject_id = $1`,
        [NOBODY],
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain('password-typed-here');
    });
  });
});
