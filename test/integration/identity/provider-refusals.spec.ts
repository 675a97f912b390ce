import { generateKeyPairSync } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { type TestAnswer, startTestApi } from '../../support/application';
import {
  type SignInsThroughProvider,
  cookiesOf,
  providerSettings,
  startSignInsThroughProvider,
} from '../../support/provider-sign-in';

describe('an answer of the provider', () => {
  let signIns: SignInsThroughProvider;

  beforeAll(async () => {
    signIns = await startSignInsThroughProvider();
    const claims = { email: 'amal@ministry.test', email_verified: true, roles: ['officers'] };
    signIns.provider.people.set('amal', { claims });
  });
  afterEach(() => signIns.provider.falsify(null));
  afterAll(() => signIns.close());

  const sessions = async () =>
    (await signIns.api.dataSource.query<object[]>("SELECT 1 FROM session WHERE method = 'provider'")).length;
  /** Codes of the refusals that the trail holds about nobody. */
  const noted = async () =>
    (
      await signIns.api.dataSource.query<{ code: string }[]>(
        `SELECT payload ->> 'code' AS code FROM audit_entry
          WHERE action = 'session.provider_refused' AND subject_id = '00000000-0000-0000-0000-000000000000'
          ORDER BY id`,
      )
    ).map(({ code }) => code);
  const attempts = async () =>
    (await signIns.api.dataSource.query<object[]>('SELECT 1 FROM provider_attempt')).length;

  /** Whatever is wrong: the status and the code, nobody is signed in, and the trail says so. */
  async function isRefused(ask: () => Promise<TestAnswer<{ code?: string }>>, status: number, code: string) {
    const before = await sessions();
    const notedBefore = await noted();
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(cookiesOf(answer).join()).not.toContain('mithaq_session');
    expect(await sessions()).toBe(before);
    expect(await noted()).toEqual([...notedBefore, ...(status === 503 ? [] : [code])]);
  }

  it('counts once', async () => {
    const begun = await signIns.begin();
    const query = await signIns.atProvider(begun, 'amal');
    expect((await signIns.comeBack(query, begun.cookie)).status).toBe(302);
    await isRefused(() => signIns.comeBack(query, begun.cookie), 401, 'provider_attempt_unknown');
  });

  it('counts once, also when it comes twice at the same moment', async () => {
    const begun = await signIns.begin();
    const query = await signIns.atProvider(begun, 'amal');
    const answers = await Promise.all([1, 2, 3].map(() => signIns.comeBack(query, begun.cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 401, 401]);
  });

  it('counts in the browser that asked for it only', async () => {
    const mine = await signIns.begin();
    const others = await signIns.begin();
    const query = await signIns.atProvider(mine, 'amal');
    for (const cookie of ['', others.cookie, 'mithaq_sign_in=invented', `mithaq_sign_in=${'A'.repeat(43)}`]) {
      await isRefused(() => signIns.comeBack(query, cookie), 401, 'provider_attempt_unknown');
    }
    // Whoever only saw the address of the answer has not used it up.
    expect((await signIns.comeBack(query, mine.cookie)).status).toBe(302);
  });

  it('counts under the state that was sent only', async () => {
    const mine = await signIns.begin();
    const others = await signIns.begin();
    const query = new URLSearchParams(await signIns.atProvider(mine, 'amal'));
    query.set('state', others.address.searchParams.get('state') ?? '');
    await isRefused(() => signIns.comeBack(`?${query}`, mine.cookie), 401, 'provider_attempt_unknown');
    // The state of one sign-in with the code of another: its verifier does not fit.
    await isRefused(() => signIns.comeBack(`?${query}`, others.cookie), 401, 'provider_answer_refused');
  });

  it.each(['', '?code=x', '?state=', '?state=x&state=y', `?state=${'A'.repeat(43)}&code=x`, '?state=%00'])(
    'that says %j is none',
    async (query) => {
      const { cookie } = await signIns.begin();
      await isRefused(() => signIns.comeBack(query, cookie), 401, 'provider_attempt_unknown');
    },
  );

  it('counts for ten minutes', async () => {
    const begun = await signIns.begin();
    const query = await signIns.atProvider(begun, 'amal');
    await signIns.api.dataSource.query(
      `UPDATE provider_attempt SET created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes'`,
    );
    await isRefused(() => signIns.comeBack(query, begun.cookie), 401, 'provider_attempt_unknown');
    await signIns.begin();
    expect(await attempts()).toBe(1);
  });

  it('is redeemed with the secret of this sign-in: the provider itself refuses another', async () => {
    const begun = await signIns.begin();
    const query = await signIns.atProvider(begun, 'amal');
    await signIns.api.dataSource.query("UPDATE provider_attempt SET code_verifier = repeat('x', 43)");
    await isRefused(() => signIns.comeBack(query, begun.cookie), 401, 'provider_answer_refused');
  });

  it('is not asked for without PKCE', async () => {
    const { address } = await signIns.begin();
    address.searchParams.delete('code_challenge');
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  it('carries the nonce of this sign-in', async () => {
    const begun = await signIns.begin();
    const query = await signIns.atProvider(begun, 'amal');
    await signIns.api.dataSource.query("UPDATE provider_attempt SET nonce = repeat('x', 43)");
    await isRefused(() => signIns.comeBack(query, begun.cookie), 401, 'provider_answer_refused');
  });

  it('names the provider that was asked', async () => {
    const begun = await signIns.begin();
    const query = new URLSearchParams(await signIns.atProvider(begun, 'amal'));
    expect(query.get('iss')).toBe(signIns.provider.issuer);
    query.set('iss', 'https://elsewhere.test');
    await isRefused(() => signIns.comeBack(`?${query}`, begun.cookie), 401, 'provider_answer_refused');
  });

  it('has a code that the provider gave', async () => {
    const begun = await signIns.begin();
    const query = new URLSearchParams(await signIns.atProvider(begun, 'amal'));
    query.set('code', 'invented');
    await isRefused(() => signIns.comeBack(`?${query}`, begun.cookie), 401, 'provider_answer_refused');
  });

  describe('with a token', () => {
    const longAgo = Math.floor(Date.parse('2020-01-01T00:00:00Z') / 1000);
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

    it.each<[string, Record<string, unknown>]>([
      ['for another client', { aud: 'another' }],
      ['for several, asked for by another', { aud: ['register', 'another'], azp: 'another' }],
      ['of another issuer', { iss: 'https://elsewhere.test' }],
      ['with another nonce', { nonce: 'another' }],
      ['without a nonce', { nonce: undefined }],
      ['that is over', { exp: longAgo }],
      ['about nobody', { sub: undefined }],
      ['about somebody else than the user information', { sub: 'omar' }],
      ['about a subject no standard knows', { sub: 'x'.repeat(256) }],
    ])('%s is refused', async (_what, changed) => {
      signIns.provider.falsify((claims) => signIns.provider.sign({ ...claims, ...changed }));
      await isRefused(() => signIns.signIn('amal'), 401, 'provider_answer_refused');
    });

    it('that another key has signed, or none, is refused', async () => {
      signIns.provider.falsify((claims) => signIns.provider.sign(claims, stranger));
      await isRefused(() => signIns.signIn('amal'), 401, 'provider_answer_refused');
      signIns.provider.falsify((claims) => {
        const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
        return `${encode({ alg: 'none' })}.${encode(claims)}.`;
      });
      await isRefused(() => signIns.signIn('amal'), 401, 'provider_answer_refused');
    });

    it('that is signed again as it was is taken: the falsified ones fail for what they say', async () => {
      signIns.provider.falsify((claims) => signIns.provider.sign(claims));
      expect((await signIns.signIn('amal')).status).toBe(302);
    });
  });

  it('that turns the person away opens nothing', async () => {
    await isRefused(() => signIns.signIn('nobody'), 401, 'provider_declined');
  });

  it('that says it cannot just now asks to come back', async () => {
    const { address, cookie } = await signIns.begin();
    const state = address.searchParams.get('state');
    const iss = encodeURIComponent(signIns.provider.issuer);
    const query = `?error=temporarily_unavailable&state=${state}&iss=${iss}`;
    await isRefused(() => signIns.comeBack(query, cookie), 503, 'provider_unavailable');
  });

  it('cannot be redeemed while the provider is down, and nobody else is kept out', async () => {
    const begun = await signIns.begin();
    const query = await signIns.atProvider(begun, 'amal');
    await signIns.provider.stop();
    await isRefused(() => signIns.comeBack(query, begun.cookie), 503, 'provider_unavailable');
    const { api } = signIns;
    expect((await api.http('POST', '/session', { anonymous: true, body: api.credentials })).status).toBe(201);
  });
});

describe('a provider that does not answer', () => {
  let silent: Server;

  beforeAll(async () => {
    silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  it.each([
    ['is down', () => 'http://127.0.0.1:1'],
    ['says nothing', () => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`],
  ])('because it %s lets the process start, and local accounts in', async (_why, issuer) => {
    const api = await startTestApi({ ...providerSettings(issuer()), LOG_LEVEL: 'fatal' });
    const answer = await api.http<{ code: string }>('GET', '/session/oidc', { anonymous: true });
    expect([answer.status, answer.body.code]).toEqual([503, 'provider_unavailable']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await api.dataSource.query('SELECT 1 FROM provider_attempt')).toEqual([]);
    expect((await api.http('GET', '/session')).status).toBe(200);
    await api.close();
  });
});
