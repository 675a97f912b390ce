import { AccountEntity } from '../../../libs/identity/src/persistence/identity.entities';
import { IDENTITY_ENTITIES, EndSessions, IdentityModule, OpenSession } from '@app/identity';
import { accountActor } from '@app/kernel';
import { AccessControl, newId } from '@app/platform';
import { TestApi, startTestApi } from '../../support/application';
import { countryWide } from '../../support/accounts';
import { actionsAbout, as, cookieOf, signInWithPassword, trySignIn } from '../../support/credentials';
import { UseCases, startUseCases } from '../../support/use-cases';

interface Listed {
  readonly id: string;
  readonly current: boolean;
  readonly agent: string | null;
  readonly address: string | null;
  readonly secondFactor: boolean;
}

describe('the sessions of a person', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const list = async (person: Awaited<ReturnType<typeof signInWithPassword>>) =>
    (await person.http<{ items: Listed[]; total: number }>('GET', '/sessions')).body;

  it('are listed with network, browser and which of them asks; another person sees none of them', async () => {
    const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
    const other = await signInWithPassword(api, { grants: [countryWide('officer')] });
    await api.http('POST', '/session', {
      anonymous: true,
      body: { email: person.email, password: 'seven herons on a wire' },
      headers: { 'user-agent': 'Browser '.repeat(40) },
    });
    const { items, total } = await list(person);
    expect(total).toBe(2);
    expect(items.map(({ current }) => current)).toEqual([false, true]);
    expect(items[0]).toMatchObject({ address: '127.0.0.0/24', secondFactor: false });
    expect(items[0]?.agent).toBe('Browser '.repeat(25));
    expect(JSON.stringify(items)).not.toContain('token');
    expect((await list(other)).total).toBe(1);
  });

  it('are ended one by one by their holder, and by nobody else', async () => {
    const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
    const stranger = await signInWithPassword(api, { grants: [countryWide('admin')] });
    const cookie = cookieOf(await trySignIn(api, { email: person.email }));
    const [newest] = (await list(person)).items;
    const id = newest?.id ?? '';
    expect((await stranger.http('DELETE', `/sessions/${id}`)).status).toBe(404);
    expect((await api.http('GET', '/session', as({ cookie }))).status).toBe(200);
    expect((await person.http('DELETE', `/sessions/${id}`)).status).toBe(204);
    expect((await api.http('GET', '/session', as({ cookie }))).status).toBe(401);
    expect((await person.http('DELETE', `/sessions/${id}`)).status).toBe(404);
    expect(await actionsAbout(api, id)).toEqual(['session.opened', 'session.closed']);
  });

  it('are ended together, but the one in use', async () => {
    const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
    const cookies = [
      cookieOf(await trySignIn(api, { email: person.email })),
      cookieOf(await trySignIn(api, { email: person.email })),
    ];
    expect((await person.http('DELETE', '/sessions')).status).toBe(204);
    expect((await person.http('GET', '/session')).status).toBe(200);
    for (const cookie of cookies) {
      expect((await api.http('GET', '/session', as({ cookie }))).status).toBe(401);
    }
  });

  it('end with signing out', async () => {
    const person = await signInWithPassword(api, { grants: [countryWide('officer')] });
    expect((await person.http('DELETE', '/session')).status).toBe(204);
    expect((await person.http('GET', '/session')).status).toBe(401);
    expect(await actionsAbout(api, person.sessionId)).toEqual(['session.closed']);
  });
});

describe('a session', () => {
  let app: UseCases;
  const accountId = newId();

  beforeAll(async () => {
    app = await startUseCases({
      modules: [IdentityModule],
      entities: IDENTITY_ENTITIES,
      settings: { SESSION_HOURS: '3', SESSION_IDLE_MINUTES: '30' },
    });
    const account = {
      id: accountId,
      email: 'a@b.test',
      name: null,
      language: 'fr' as const,
      passwordHash: null,
    };
    await app.db.getRepository(AccountEntity).insert(account);
  });
  beforeEach(() => app.clock.setTo('2026-11-23T10:00:00Z'));
  afterAll(() => app.close());

  const open = () => app.get(OpenSession).execute({ accountId, method: 'provider', secondFactor: true });
  const find = (token: string) => app.get(AccessControl).identify({ kind: 'session', token });

  it('ends after its hours, however busy it is', async () => {
    const { token, expiresAt } = await open();
    expect(expiresAt).toEqual(new Date('2026-11-23T13:00:00Z'));
    for (const time of ['10:29', '10:58', '11:27', '11:56', '12:25', '12:54']) {
      app.clock.setTo(`2026-11-23T${time}:00Z`);
      expect(await find(token)).toMatchObject({ accountId, secondFactor: true, tokenId: null });
    }
    app.clock.setTo('2026-11-23T12:59:59Z');
    expect(await find(token)).not.toBeNull();
    app.clock.setTo('2026-11-23T13:00:00Z');
    expect(await find(token)).toBeNull();
  });

  it('ends when nobody is seen in it, and being seen puts that off', async () => {
    const { token } = await open();
    app.clock.setTo('2026-11-23T10:29:59Z');
    expect(await find(token)).not.toBeNull();
    app.clock.setTo('2026-11-23T10:59:58Z');
    expect(await find(token)).not.toBeNull();
    app.clock.setTo('2026-11-23T11:29:58Z');
    expect(await find(token)).toBeNull();
  });

  it('writes that somebody is there at most once a minute', async () => {
    const { token, sessionId } = await open();
    const seen = async () => {
      const [row] = await app.db.query<[{ at: Date }]>(
        'SELECT last_seen_at AS at FROM session WHERE id = $1',
        [sessionId],
      );
      return row.at.toISOString().slice(11, 19);
    };
    app.clock.setTo('2026-11-23T10:01:00Z');
    await find(token);
    expect(await seen()).toBe('10:00:00');
    app.clock.setTo('2026-11-23T10:01:01Z');
    await find(token);
    expect(await seen()).toBe('10:01:01');
  });

  it('is opened for no account that has left, and ends with the account', async () => {
    const { token } = await open();
    await app.db.query('UPDATE account SET active = false');
    expect(await find(token)).toBeNull();
    await expect(open()).rejects.toMatchObject({ code: 'credentials_refused' });
    await app.db.query('UPDATE account SET active = true');
  });

  it('ends with all others of its account when access is ended', async () => {
    const tokens = [await open(), await open()].map(({ token }) => token);
    await app.get(EndSessions).execute(accountId, accountActor(accountId));
    expect(await Promise.all(tokens.map(find))).toEqual([null, null]);
  });

  it('is kept by a digest of its token', async () => {
    const { token } = await open();
    const rows = await app.db.query<object[]>('SELECT row_to_json(s)::text AS kept FROM session s');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
