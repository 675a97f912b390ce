import { loadSettings } from '@app/platform';
import { createApi } from '../../../apps/api/src/create-api';
import { countryWide, signInAs } from '../../support/accounts';
import { startTestApi } from '../../support/application';
import {
  PUBLIC_URL,
  type SignInsThroughProvider,
  cookiesOf,
  providerSettings,
  startSignInsThroughProvider,
} from '../../support/provider-sign-in';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const AMAL = { email: 'Amal@ministry.test', email_verified: true, name: 'Amal Alaoui', locale: 'ar-MA' };

describe('signing in through a provider of identities', () => {
  let signIns: SignInsThroughProvider;

  beforeAll(async () => {
    signIns = await startSignInsThroughProvider();
  });
  afterAll(() => signIns.close());

  const know = (who: string, claims: Record<string, unknown>, shown: { amr?: string[]; acr?: string } = {}) =>
    signIns.provider.people.set(who, { claims, ...shown });
  const person = async (who: string) => signIns.whoIs(await signIns.signIn(who));
  const query = <Row>(sql: string, values: unknown[] = []) =>
    signIns.api.dataSource.query<Row[]>(sql, values);
  const trailOf = (accountId: string) =>
    query<{ action: string; payload: Record<string, unknown> }>(
      'SELECT action, payload FROM audit_entry WHERE subject_id = $1 ORDER BY at, id',
      [accountId],
    );

  it('is offered by name, without saying more of the provider', async () => {
    const { status, body } = await signIns.api.http('GET', '/session/providers', { anonymous: true });
    expect([status, body]).toEqual([
      200,
      { items: [{ name: 'The ministry', path: '/api/v1/session/oidc' }] },
    ]);
  });

  it('asks for a code with PKCE, state and nonce, at the provider and nowhere else', async () => {
    const { address } = await signIns.begin();
    const asked = Object.fromEntries(address.searchParams);
    expect(address.origin).toBe(signIns.provider.issuer);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'register',
      redirect_uri: `${PUBLIC_URL}/api/v1/session/oidc/callback`,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]).toHaveLength(43);
    expect(address.href).not.toContain('a%20secret');
  });

  it('keeps its secrets from scripts, other paths and the database', async () => {
    const answer = await signIns.api.http('GET', '/session/oidc', { anonymous: true });
    const [cookie = ''] = cookiesOf(answer);
    expect(cookie).toMatch(
      /; Max-Age=600; Path=\/api\/v1\/session\/oidc\/callback; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const rows = JSON.stringify(await query('SELECT * FROM provider_attempt'));
    expect(rows).not.toContain(/=([^;]+)/.exec(cookie)?.[1]);
    expect(rows).not.toContain(new URL(answer.headers.location ?? '').searchParams.get('state'));
  });

  it('makes an account of staff with the roles that the provider grants', async () => {
    know('amal', { ...AMAL, roles: ['officers', 'unmapped'] });
    const answer = await signIns.signIn('amal');
    expect([answer.status, answer.headers.location]).toEqual([302, `${PUBLIC_URL}/`]);
    const session = cookiesOf(answer).find((line) => line.startsWith('mithaq_session='));
    expect(session).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    const amal = await signIns.whoIs(answer);
    expect(amal).toMatchObject({
      ...{ status: 200, email: 'amal@ministry.test', name: 'Amal Alaoui', language: 'ar', kind: 'staff' },
      grants: [{ role: 'officer', scope: { kind: 'country' } }],
    });
    expect((await trailOf(amal.id)).map(({ action }) => action)).toEqual([
      'account.provider_linked',
      'account.provider_grants_replaced',
    ]);
    expect(await query('SELECT method, second_factor FROM session WHERE account_id = $1', [amal.id])).toEqual(
      [{ method: 'provider', second_factor: false }],
    );
    expect(
      await query('SELECT 1 FROM account WHERE id = $1 AND password_hash IS NULL', [amal.id]),
    ).toHaveLength(1);
  });

  it('finds the account again, also under another address', async () => {
    know('again', { email: 'again@ministry.test', email_verified: true, roles: 'readers' });
    const first = await person('again');
    know('again', { email: 'married@ministry.test', email_verified: false, roles: 'readers' });
    expect(await person('again')).toMatchObject({ id: first.id, email: 'again@ministry.test' });
  });

  it('takes over what changed in the roles, and leaves those that were granted here', async () => {
    const local = '["officers-rabat", "CN=directors,OU=groups"]';
    know('nadia', {
      email: 'nadia@ministry.test',
      email_verified: true,
      roles: JSON.parse(local) as string[],
    });
    const nadia = await person('nadia');
    expect(nadia.grants).toEqual([
      { role: 'director', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-04'] } },
    ]);
    await query(
      `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
       VALUES (gen_random_uuid(), $1, 'staff', 'legal', 'country', now())`,
      [nadia.id],
    );
    know('nadia', { roles: ['officers-casa', 'officers-rabat'] });
    const changed = await person('nadia');
    expect(changed.grants).toEqual([
      { role: 'legal', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'regions', codes: ['MA-04', 'MA-06'] } },
    ]);
    const last = (await trailOf(nadia.id)).at(-1);
    expect(last).toMatchObject({
      action: 'account.provider_grants_replaced',
      payload: { to: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-04', 'MA-06'] } }] },
    });
    await person('nadia');
    expect(await trailOf(nadia.id)).toHaveLength(3);
    // Open sessions lose what the provider took away.
    expect(
      (await signIns.api.http('GET', '/session', { anonymous: true, headers: { cookie: nadia.cookie } }))
        .body,
    ).toMatchObject({ roles: ['legal', 'officer'] });
  });

  it('leaves what it grants to it: an administrator changes what was granted here', async () => {
    know('huda', { email: 'huda@ministry.test', email_verified: true, roles: ['officers', 'readers'] });
    const { id } = await person('huda');
    const admin = await signInAs(signIns.api, { grants: [countryWide('admin')] });
    const before = await admin.http<{ revision: number }>('GET', `/accounts/${id}`);
    const provided = [
      { role: 'auditor', scope: { kind: 'country' } },
      { role: 'officer', scope: { kind: 'country' } },
    ];
    expect(before.body).toMatchObject({ grants: [], providerGrants: provided });
    const change = (revision: string, grants: object[]) =>
      admin.http<Record<string, unknown>>('PATCH', `/accounts/${id}`, {
        headers: { 'if-match': revision },
        body: { grants },
      });
    const local = { role: 'officer', scope: { kind: 'country' } };
    const granted = await change(before.headers.etag ?? '', [local]);
    expect([granted.status, granted.body]).toMatchObject([
      200,
      { grants: [local], providerGrants: provided },
    ]);
    const taken = await change(granted.headers.etag ?? '', []);
    expect([taken.status, taken.body]).toMatchObject([200, { grants: [], providerGrants: provided }]);
    expect((await person('huda')).grants).toEqual(provided);
  });

  it('takes the same role from here and from the provider, and keeps the one when the other goes', async () => {
    know('both', { email: 'both@ministry.test', email_verified: true, roles: ['officers'] });
    const { id } = await person('both');
    await query(
      `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, granted_at)
       VALUES (gen_random_uuid(), $1, 'staff', 'officer', 'country', now())`,
      [id],
    );
    know('both', { roles: [] });
    expect((await person('both')).grants).toEqual([{ role: 'officer', scope: { kind: 'country' } }]);
  });

  it.each<[string, { amr?: string[]; acr?: string }, boolean]>([
    ['a password', { amr: ['pwd'] }, false],
    ['nothing that it names', {}, false],
    ['a password and a one-time code', { amr: ['pwd', 'otp'] }, true],
    ['a message to a telephone', { amr: ['pwd', 'sms'] }, false],
    ['a class of its own', { acr: 'urn:test:two-factors' }, true],
  ])('shows a second factor after %s: %s', async (_by, shown, expected) => {
    know(
      'omar',
      { email: 'omar@ministry.test', email_verified: true, roles: ['CN=directors,OU=groups'] },
      shown,
    );
    const { id } = await person('omar');
    const [session] = await query<{ second_factor: boolean }>(
      'SELECT second_factor FROM session WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
      [id],
    );
    expect(session?.second_factor).toBe(expected);
  });

  describe('for the first time with the address of an account here', () => {
    const account = async (email: string, columns: Record<string, unknown> = {}) => {
      const { kind = 'staff', active = true, demonstration = false } = columns;
      const [row] = await query<{ id: string }>(
        `INSERT INTO account (id, email, language, kind, active, demonstration)
         VALUES (gen_random_uuid(), $1, 'fr', $2, $3, $4) RETURNING id`,
        [email, kind, active, demonstration],
      );
      return row?.id ?? '';
    };

    it('joins the two when the provider has verified the address', async () => {
      const id = await account('karim@ministry.test');
      know('karim', {
        email: 'KARIM@ministry.test',
        email_verified: true,
        name: 'Another name',
        roles: 'readers',
      });
      expect(await person('karim')).toMatchObject({ id, name: null, language: 'fr' });
      expect((await trailOf(id))[0]).toMatchObject({
        action: 'account.provider_linked',
        payload: { issuer: signIns.provider.issuer, by: 'verified_address' },
      });
    });

    it('lets in whoever holds a role here, though the provider grants none', async () => {
      const { credentials } = signIns.api;
      know('first', { email: credentials.email, email_verified: true });
      expect((await person('first')).grants.map(({ role }) => role)).toEqual(['admin', 'auditor', 'officer']);
    });

    it.each<[string, Record<string, unknown>]>([
      ["an investor's", { kind: 'investor' }],
      ['closed', { active: false }],
      ['for demonstrations', { demonstration: true }],
    ])('refuses one that is %s, and notes it there', async (what, columns) => {
      const who = `guest-${what.length}`;
      const id = await account(`${who}@ministry.test`, columns);
      know(who, { email: `${who}@ministry.test`, email_verified: true, roles: 'officers' });
      const answer = await signIns.signIn(who);
      expect([answer.status, answer.body.code]).toEqual([403, 'provider_account_refused']);
      expect(await trailOf(id)).toMatchObject([
        { action: 'session.provider_refused', payload: { code: 'provider_account_refused' } },
      ]);
      expect(await query('SELECT 1 FROM session WHERE account_id = $1', [id])).toEqual([]);
    });

    it('refuses a second person of the provider with the same address', async () => {
      know('one', { email: 'shared@ministry.test', email_verified: true, roles: 'readers' });
      know('two', { email: 'shared@ministry.test', email_verified: true, roles: 'officers' });
      expect((await signIns.signIn('one')).status).toBe(302);
      expect((await signIns.signIn('two')).body.code).toBe('provider_account_refused');
    });

    it.each([false, undefined, 'true'])('believes no address whose verification is %p', async (verified) => {
      const id = await account(`target-${String(verified)}@ministry.test`);
      know('sly', {
        email: `target-${String(verified)}@ministry.test`,
        email_verified: verified,
        roles: 'officers',
      });
      expect((await signIns.signIn('sly')).body.code).toBe('provider_account_refused');
      expect(await trailOf(id)).toEqual([]);
      expect((await trailOf(NOBODY)).at(-1)).toMatchObject({
        action: 'session.provider_refused',
        payload: { code: 'provider_account_refused' },
      });
    });
  });

  it('refuses somebody to whom no role is mapped, and makes no account', async () => {
    know('stranger', { email: 'stranger@ministry.test', email_verified: true, roles: ['canteen'] });
    const answer = await signIns.signIn('stranger');
    expect([answer.status, answer.body.code]).toEqual([403, 'provider_grants_no_role']);
    expect(cookiesOf(answer).join()).not.toContain('mithaq_session');
    expect(await query("SELECT 1 FROM account WHERE email = 'stranger@ministry.test'")).toEqual([]);
    const noted = (await trailOf(NOBODY)).at(-1);
    expect(noted).toMatchObject({
      action: 'session.provider_refused',
      payload: { issuer: signIns.provider.issuer, code: 'provider_grants_no_role' },
    });
    expect(JSON.stringify(noted)).not.toContain('stranger');
  });

  it('takes the last role of somebody who lost it there, and lets them in no more', async () => {
    know('leaver', { email: 'leaver@ministry.test', email_verified: true, roles: ['officers'] });
    const { id } = await person('leaver');
    know('leaver', { roles: [] });
    expect((await signIns.signIn('leaver')).body.code).toBe('provider_grants_no_role');
    expect(await query('SELECT role FROM role_grant WHERE account_id = $1', [id])).toEqual([]);
    expect((await trailOf(id)).slice(-2).map(({ action }) => action)).toEqual([
      'account.provider_grants_replaced',
      'session.provider_refused',
    ]);
  });

  it('refuses somebody whose account was closed here', async () => {
    know('closed', { email: 'closed@ministry.test', email_verified: true, roles: ['officers'] });
    const { id } = await person('closed');
    await query('UPDATE account SET active = false WHERE id = $1', [id]);
    expect((await signIns.signIn('closed')).body.code).toBe('provider_account_refused');
    expect((await trailOf(id)).at(-1)?.action).toBe('session.provider_refused');
  });

  it('keeps no name that looks like an identity number', async () => {
    know('number', {
      email: 'number@ministry.test',
      email_verified: true,
      name: 'Amal AB123456',
      roles: 'readers',
    });
    expect((await person('number')).name).toBeNull();
  });

  it('takes a sign-in by two windows at once as one account', async () => {
    know('twice', { email: 'twice@ministry.test', email_verified: true, roles: 'officers' });
    const answers = await Promise.all([signIns.signIn('twice'), signIns.signIn('twice')]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(await query("SELECT 1 FROM account WHERE email = 'twice@ministry.test'")).toHaveLength(1);
  });

  describe('goes on afterwards', () => {
    it.each(['/', '/agreements?cursor=x#y', '/%2F%2Felsewhere.test'])('to %s', async (place) => {
      know('amal', { ...AMAL, roles: ['officers'] });
      const answer = await signIns.signIn('amal', place);
      expect(answer.headers.location).toBe(`${PUBLIC_URL}${place}`);
    });

    it.each(['https://elsewhere.test', '//elsewhere.test', '/\\elsewhere.test', 'agreements', '/a b', '/\n'])(
      'never to %j',
      async (place) => {
        const answer = await signIns.api.http('GET', `/session/oidc?returnTo=${encodeURIComponent(place)}`, {
          anonymous: true,
        });
        // Blanks around a text are no part of it.
        expect(answer.status).toBe(place.trim() === '/' ? 302 : 422);
      },
    );
  });
});

describe('without a provider', () => {
  it('none is offered, and there is nothing to begin or to finish', async () => {
    const api = await startTestApi();
    const ask = (path: string) => api.http('GET', path, { anonymous: true });
    expect((await ask('/session/providers')).body).toEqual({ items: [] });
    expect((await ask('/session/oidc')).status).toBe(404);
    expect((await ask('/session/oidc/callback?state=x&code=y')).status).toBe(404);
    await api.close();
  });
});

describe('a mapping of roles', () => {
  it.each([
    ['a=investor_editor', 'OIDC_ROLES: investor_editor comes by invitation only, never from a provider.'],
    ['a=officer;b=minister', 'OIDC_ROLES: there is no role minister.'],
  ])('%s keeps the process from starting', async (mapping, sentence) => {
    const settings = loadSettings({
      ...providerSettings('https://provider.test'),
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
      OIDC_ROLES: mapping,
      LOG_LEVEL: 'fatal',
    });
    await expect(createApi(settings)).rejects.toThrow(sentence);
  });
});
