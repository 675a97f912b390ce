import { INVESTOR_ROLES, type Role, STAFF_ROLES, permissionsOf } from '@app/identity';
import type { Permission, RoleGrant } from '@app/kernel';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { withToken } from '../../support/api-tokens';
import { type TestAnswer, type TestApi, startTestApi } from '../../support/application';
import { type CompaniesApart, MARKER, recordCompaniesApart } from '../../support/companies-apart';
import {
  type DescribedRoute,
  collectionOf,
  describedRoutes,
  filledPath,
  looks,
} from '../../support/described-routes';

interface Listed {
  readonly items: readonly { readonly id?: string }[];
  readonly total?: number;
  readonly totalIsAtLeast?: true;
  readonly nextCursor?: string | null;
}

type Answer = TestAnswer<Record<string, unknown>>;
type Asker = Pick<SignedInAccount, 'http'>;

const PATIENCE = 180_000;
const UNKNOWN = '01900000-0000-7000-8000-00000000abcd';
const NOT_JSON = '{ not json';

/**
 * Every route of the description as everybody. A route to come is asked like the others: what it needs is read from
 * its description, the ids in its path from the list that its path begins with.
 */
describe('the matrix of routes and callers', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let routes: DescribedRoute[];
  /** What staff find in a list, and what the investor of one company does. */
  const known = new Map<string, { all: string[]; theirs: string[] }>();

  const investorOf = (organisationId: string, role: Role = 'investor_editor'): RoleGrant => ({
    role,
    scope: { kind: 'organisation', organisationId },
  });

  beforeAll(async () => {
    api = await startTestApi({
      CLOCK_START: '2026-11-23T10:00:00Z',
      REQUESTS_PER_MINUTE: '0',
      ACCOUNT_REQUESTS_PER_MINUTE: '0',
    });
    register = await recordCompaniesApart(api);
    routes = describedRoutes(api.app);
    const everything = await signInAs(api, { grants: STAFF_ROLES.map(countryWide) });
    const investor = await signInAs(api, { grants: [investorOf(register.own.organisation)] });
    for (const { path } of routes.filter((route) => looks(route) && collectionOf(route.path) === null)) {
      known.set(path, { all: await idsIn(everything, path), theirs: await idsIn(investor, path) });
    }
  }, PATIENCE);
  afterAll(() => api.close());

  async function idsIn(who: SignedInAccount, path: string): Promise<string[]> {
    const { body } = await who.http<Partial<Listed>>('GET', `${path}?limit=100`);
    return Array.isArray(body.items) ? body.items.flatMap(({ id }) => id ?? []) : [];
  }

  /** Ids to ask a route for: of a record that the investor sees, of one that they do not, of none. */
  function pathsOf({ path }: DescribedRoute): { visible: string; hidden: string; unknown: string } {
    const { all, theirs } = known.get(collectionOf(path) ?? '') ?? { all: [], theirs: [] };
    const hidden = all.find((id) => !theirs.includes(id)) ?? UNKNOWN;
    const visible = theirs[0] ?? all[0] ?? UNKNOWN;
    return {
      visible: filledPath(path, visible),
      hidden: filledPath(path, hidden),
      unknown: filledPath(path, UNKNOWN),
    };
  }

  const ask = (who: Asker, { method }: DescribedRoute, path: string): Promise<Answer> =>
    who.http(method, path, {
      headers: { 'if-match': '"1"' },
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    });

  const named = ({ method, path }: DescribedRoute) => `${method} ${path}`;
  const withoutInstance = ({ status, body }: Answer) =>
    JSON.stringify(typeof body === 'object' ? { status, ...body, instance: null } : { status, body });

  /** What is wrong with the answer to somebody who holds some permissions; null when nothing is. */
  function faultOf(route: DescribedRoute, may: boolean, { status, headers, body }: Answer): string | null {
    const said = `${named(route)} answered ${status} ${JSON.stringify(body)}`;
    if (status >= 500) return said;
    if (status >= 400 && !String(headers['content-type']).startsWith('application/problem+json')) return said;
    if (!may) return status === 403 && body.code === 'permission_required' ? null : said;
    return status === 401 || body?.code === 'permission_required' ? said : null;
  }

  /** A list counts what it shows. */
  function miscounted(route: DescribedRoute, { body }: Answer): string | null {
    const { items, total, totalIsAtLeast, nextCursor } = (body ?? {}) as unknown as Partial<Listed>;
    if (!Array.isArray(items) || total === undefined || nextCursor || totalIsAtLeast) return null;
    return items.length === total ? null : `${named(route)} counts ${total} and shows ${items.length}`;
  }

  it('knows routes of every kind', () => {
    expect(routes.length).toBeGreaterThan(70);
    for (const list of ['agreements', 'commitments', 'organisations', 'events', 'sources']) {
      const { all = [], theirs = [] } = known.get(`/api/v1/${list}`) ?? {};
      expect([list, theirs.length > 0, theirs.length < all.length]).toEqual([list, true, true]);
    }
  });

  it('every route says once who may use it, also to readers of the description', () => {
    const faults = routes.filter(
      ({ permission, isPublic, security }) =>
        isPublic === (permission !== null) || isPublic !== (Array.isArray(security) && security.length === 0),
    );
    expect(faults.map(named)).toEqual([]);
  });

  describe('who is not signed in', () => {
    const strangers: [string, () => Promise<Asker>][] = [
      ['nobody', () => Promise.resolve({ http: anonymously({}) })],
      ['an invented session', () => Promise.resolve({ http: withCookie('A'.repeat(43)) })],
      [
        'an invented token',
        () => Promise.resolve({ http: anonymously({ authorization: 'Bearer mithaq_x' }) }),
      ],
      ['an expired session', () => ended(`expires_at = '2026-01-02'`)],
      ['an idle session', () => ended(`last_seen_at = '2026-01-01'`)],
      ['a revoked session', () => ended(null)],
      ['the session of an account that was deactivated', deactivated],
      ['an expired token', () => tokenThatIs('expired')],
      ['a revoked token', () => tokenThatIs('revoked')],
    ];

    function anonymously(headers: Record<string, string>): TestApi['http'] {
      return (method, path, request = {}) =>
        api.http(method, path, { ...request, anonymous: true, headers: { ...request.headers, ...headers } });
    }
    const withCookie = (token: string) => anonymously({ cookie: `mithaq_session=${token}` });

    async function ended(change: string | null): Promise<SignedInAccount> {
      const who = await signInAs(api, { grants: STAFF_ROLES.map(countryWide) });
      if (change === null) await api.dataSource.query('DELETE FROM session WHERE id = $1', [who.sessionId]);
      else {
        await api.dataSource.query(`UPDATE session SET created_at = '2026-01-01', ${change} WHERE id = $1`, [
          who.sessionId,
        ]);
      }
      return who;
    }

    async function deactivated(): Promise<SignedInAccount> {
      const who = await signInAs(api, { grants: STAFF_ROLES.map(countryWide) });
      await api.dataSource.query('UPDATE account SET active = false WHERE id = $1', [who.accountId]);
      return who;
    }

    const tokenThatIs = (over: 'expired' | 'revoked') =>
      withToken(api, {
        grants: STAFF_ROLES.map(countryWide),
        permissions: ['agreement.read', 'person.read'],
        over,
      });

    it.each(strangers)(
      '%s is answered 401 by every route that is not public, whatever the id and the body',
      async (_name, arrive) => {
        const { http } = await arrive();
        const faults: string[] = [];
        for (const route of routes) {
          const { visible, unknown } = pathsOf(route);
          for (const path of new Set([visible, unknown, filledPath(route.path, 'not-an-id')])) {
            const { status, body } = await http(route.method, path, {
              ...(route.method === 'GET' ? {} : { body: NOT_JSON }),
            });
            const code = (body as { code?: string }).code;
            const refused = status === 401 && code === 'sign_in_required';
            if (refused === route.isPublic) faults.push(`${named(route)} answered ${status} ${code}`);
          }
        }
        expect(faults).toEqual([]);
      },
      PATIENCE,
    );
  });

  describe('staff', () => {
    const officerOf = (scope: RoleGrant['scope']): RoleGrant => ({ role: 'officer', scope });
    const callers: [string, RoleGrant][] = [
      ...STAFF_ROLES.map((role): [string, RoleGrant] => [role, countryWide(role)]),
      ['officer of a region', officerOf({ kind: 'regions', codes: ['XA-01'] })],
      ['officer of a sector', officerOf({ kind: 'sectors', codes: ['XT'] })],
    ];

    it.each(callers)(
      '%s looks at what the table permits, in the whole register',
      async (_name, grant) => {
        const who = await signInAs(api, { grants: [grant] });
        const permitted = permissionsOf([grant.role as Role]);
        const faults: (string | null)[] = [];
        let marked = 0;
        for (const route of routes.filter(looks)) {
          const may = route.permission === null || permitted.includes(route.permission);
          for (const path of new Set(Object.values(pathsOf(route)))) {
            const answer = await ask(who, route, path);
            faults.push(faultOf(route, may, answer), miscounted(route, answer));
            if (JSON.stringify(answer.body).includes(MARKER)) marked += 1;
          }
        }
        expect(faults.filter(Boolean)).toEqual([]);
        // What investors must not find is there to be found.
        expect(marked).toBeGreaterThan(10);
      },
      PATIENCE,
    );

    it.each(callers)(
      '%s is let through to the changes that the table permits, and to no other',
      async (_name, grant) => {
        const permitted = permissionsOf([grant.role as Role]);
        const faults: (string | null)[] = [];
        for (const route of routes.filter((one) => !looks(one))) {
          const may = route.permission === null || permitted.includes(route.permission);
          const { visible, unknown } = pathsOf(route);
          for (const path of new Set([visible, unknown])) {
            const who = await signInAs(api, { grants: [grant] });
            faults.push(faultOf(route, may, await ask(who, route, path)));
          }
        }
        expect(faults.filter(Boolean)).toEqual([]);
      },
      PATIENCE,
    );
  });

  describe('an API token', () => {
    it.each<[Permission]>([['agreement.read'], ['person.read'], ['organisation.record'], ['audit.read']])(
      'that is limited to %s opens the routes of this permission, whatever its holder may',
      async (carried) => {
        const who = await withToken(api, { grants: STAFF_ROLES.map(countryWide), permissions: [carried] });
        const faults: (string | null)[] = [];
        for (const route of routes) {
          const { visible, unknown } = pathsOf(route);
          for (const path of new Set([visible, unknown])) {
            const answer = await ask(who, route, path);
            // What is about the own account takes a session, or is as open as to anybody.
            const ofHolder = route.permission === 'self' && answer.body?.code === 'session_required';
            const may = route.isPublic || route.permission === carried || route.permission === 'self';
            if (!ofHolder) faults.push(faultOf(route, may, answer));
          }
        }
        expect(faults.filter(Boolean)).toEqual([]);
      },
      PATIENCE,
    );

    it('of an investor finds what its holder sees', async () => {
      const who = await withToken(api, {
        grants: [investorOf(register.own.organisation)],
        permissions: ['agreement.read'],
      });
      const { status, body } = await who.http<Listed>('GET', '/agreements');
      expect([status, body.total]).toEqual([200, 2]);
      expect((await who.http('GET', `/agreements/${register.other.agreement}`)).status).toBe(404);
      expect((await who.http('GET', '/commitments')).status).toBe(403);
    });
  });

  describe('investors', () => {
    const callers: [string, Role, 'own' | 'other'][] = [
      ...INVESTOR_ROLES.map((role): [string, Role, 'own' | 'other'] => [role, role, 'own']),
      ['investor of the other company', 'investor_representative', 'other'],
    ];

    /** Words and ids of the company that the caller has nothing to do with. */
    function hiddenFrom(side: 'own' | 'other'): RegExp {
      const { organisation, agreement, commitment, source, person } =
        register[side === 'own' ? 'other' : 'own'];
      const words = side === 'own' ? MARKER : 'Atlas';
      return new RegExp([words, organisation, agreement, commitment, source, person].join('|'), 'i');
    }

    it.each(callers)(
      '%s finds nothing of another company, on any route, for any id',
      async (_name, role, side) => {
        const who = await signInAs(api, { grants: [investorOf(register[side].organisation, role)] });
        const permitted = permissionsOf([role]);
        const faults: (string | null)[] = [];
        for (const route of routes.filter(looks)) {
          const may = route.permission === null || permitted.includes(route.permission);
          const { hidden, unknown, visible } = pathsOf(route);
          for (const path of new Set([visible, hidden, unknown])) {
            const answer = await ask(who, route, path);
            faults.push(faultOf(route, may, answer), miscounted(route, answer));
            if (hiddenFrom(side).test(withoutInstance(answer))) {
              faults.push(`${named(route)} shows something of another company`);
            }
          }
          if (side === 'own' && collectionOf(route.path) !== null) {
            const [one, other] = [await ask(who, route, hidden), await ask(who, route, unknown)];
            if (withoutInstance(one) !== withoutInstance(other)) {
              faults.push(`${named(route)} tells an id out of scope from one that nothing has`);
            }
          }
        }
        expect(faults.filter(Boolean)).toEqual([]);
      },
      PATIENCE,
    );

    it.each(callers)(
      '%s changes nothing that the table does not permit',
      async (_name, role, side) => {
        const permitted = permissionsOf([role]);
        const faults: (string | null)[] = [];
        for (const route of routes.filter((one) => !looks(one))) {
          const may = route.permission === null || permitted.includes(route.permission);
          for (const path of new Set(Object.values(pathsOf(route)))) {
            const who = await signInAs(api, { grants: [investorOf(register[side].organisation, role)] });
            const answer = await ask(who, route, path);
            faults.push(faultOf(route, may, answer));
            if (hiddenFrom(side).test(withoutInstance(answer))) {
              faults.push(`${named(route)} shows something of another company`);
            }
          }
        }
        expect(faults.filter(Boolean)).toEqual([]);
      },
      PATIENCE,
    );
  });
});
