import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';

interface Offered {
  readonly id: string;
  readonly revision: number;
  readonly allowedActions: readonly {
    readonly action: string;
    readonly allowed: boolean;
    readonly reason: string | null;
    readonly code: string | null;
  }[];
}

describe('what may be done with accounts, invitations and positions', () => {
  let api: TestApi;
  let admin: SignedInAccount;
  let auditor: SignedInAccount;
  let officer: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi();
    admin = await signInAs(api, { grants: [countryWide('admin')] });
    auditor = await signInAs(api, { grants: [countryWide('auditor')] });
    officer = await signInAs(api, { grants: [countryWide('officer')] });
  });
  afterAll(() => api.close());

  const show = async (who: SignedInAccount, path: string, language = 'en') =>
    (await who.http<Offered>('GET', path, { headers: { 'accept-language': language } })).body;
  const codesOf = ({ allowedActions }: Offered) =>
    Object.fromEntries(allowedActions.map(({ action, code }) => [action, code]));

  it('is told of an account, and is what the steps answer', async () => {
    const path = `/accounts/${officer.accountId}`;
    const found = await show(admin, path);
    expect(codesOf(found)).toMatchObject({
      rename: null,
      change_grants: null,
      close: null,
      reopen: 'action_not_possible',
      end_sessions: null,
    });
    const own = await show(admin, `/accounts/${admin.accountId}`);
    expect(codesOf(own)).toMatchObject({ rename: null, change_grants: 'own_grants', close: 'own_grants' });
    const closing = await admin.http<{ code: string }>('PATCH', `/accounts/${admin.accountId}`, {
      headers: { 'if-match': `"${own.revision}"` },
      body: { active: false },
    });
    expect(closing.body.code).toBe('own_grants');
    const closed = await admin.http('PATCH', path, {
      headers: { 'if-match': `"${found.revision}"` },
      body: { active: false },
    });
    expect(closed.status).toBe(200);
    expect(codesOf(await show(admin, path))).toMatchObject({ close: 'action_not_possible', reopen: null });
  });

  it('is nothing for who only reads, with the reason in their language', async () => {
    const offers = (await show(auditor, `/accounts/${officer.accountId}`, 'fr')).allowedActions;
    expect(offers.every(({ allowed }) => !allowed)).toBe(true);
    expect(new Set(offers.map(({ code }) => code))).toEqual(new Set(['permission_required']));
    const english = (await show(auditor, `/accounts/${officer.accountId}`)).allowedActions;
    expect(offers[0]?.reason).toEqual(expect.any(String));
    expect(offers[0]?.reason).not.toBe(english[0]?.reason);
  });

  it('is told of an invitation from its issue to its end', async () => {
    const { body } = await admin.http<{ id: string }>('POST', '/accounts/invitations', {
      body: {
        email: 'newcomer@post.test',
        language: 'fr',
        grants: [{ role: 'officer', scope: { kind: 'country' } }],
      },
    });
    const path = `/invitations/${body.id}`;
    const found = await show(admin, path);
    expect(codesOf(found)).toEqual({
      confirm: 'permission_required',
      mail: 'mail_too_soon',
      withdraw: null,
    });
    const mailed = await admin.http<{ code: string }>('POST', `${path}/mail`);
    expect(mailed.body.code).toBe('mail_too_soon');
    expect((await admin.http('DELETE', path)).status).toBe(204);
    expect(codesOf(await show(admin, path))).toMatchObject({
      mail: 'invitation_not_in_state',
      withdraw: 'invitation_not_in_state',
    });
    expect(codesOf(await show(auditor, path)).withdraw).toBe('permission_required');
  });

  it('is told of a position', async () => {
    const { body } = await admin.http<{ id: string }>('POST', '/positions', {
      body: { names: { en: 'A unit' } },
    });
    const path = `/positions/${body.id}`;
    expect(codesOf(await show(admin, path))).toEqual({
      change: null,
      delegate: null,
      end_delegation: 'action_not_possible',
    });
    expect(codesOf(await show(auditor, path)).change).toBe('permission_required');
  });
});
