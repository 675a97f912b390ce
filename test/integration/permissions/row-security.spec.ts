import { Access } from '@app/identity';
import { Transactions, duringRequest, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import {
  CLOSED_TO_INVESTORS,
  INVESTOR_ROLE,
  OPEN_TO_INVESTORS,
} from '../../../libs/platform/src/database/investor-rows';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { asCaller } from '../../support/as-caller';
import { type CompaniesApart, MARKER, recordCompaniesApart } from '../../support/companies-apart';

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

const NO_PERMISSION = { driverError: { code: '42501' } };
const HIDDEN = new RegExp(MARKER, 'i');

describe('the second wall', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let investor: SignedInAccount;
  let other: SignedInAccount;
  let officer: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    register = await recordCompaniesApart(api);
    const investorOf = (organisationId: string, name: string) =>
      signInAs(api, {
        name,
        grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId } }],
      });
    investor = await investorOf(register.own.organisation, 'Somebody of Atlas');
    other = await investorOf(register.other.organisation, `Somebody of ${MARKER}`);
    officer = await signInAs(api, { grants: [countryWide('officer')] });
  });
  afterAll(() => api.close());

  const confined = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
    asCaller(api, investor, { organisations: [register.own.organisation] }, work);

  describe('with the filter of the application taken away', () => {
    beforeAll(() => {
      jest.spyOn(Access.prototype, 'visibleOrganisations', 'get').mockReturnValue(null);
    });
    afterAll(() => {
      jest.restoreAllMocks();
    });

    const idsOf = async (path: string) => {
      const { status, body } = await investor.http<Page>('GET', path);
      expect([path, status, body.total]).toEqual([path, 200, body.items.length]);
      expect(JSON.stringify(body)).not.toMatch(HIDDEN);
      return body.items.map(({ id }) => id).sort();
    };
    const sorted = (...ids: string[]) => [...ids].sort();

    it('lists and counts hold nothing of another company', async () => {
      const { own, published, ministry, sharedEvent } = register;
      expect(await idsOf('/agreements?count=exact')).toEqual(sorted(own.agreement, published.agreement));
      expect(await idsOf('/commitments')).toEqual(sorted(own.commitment, published.commitment));
      expect(await idsOf('/events')).toEqual(sorted(sharedEvent, published.event));
      expect(await idsOf('/sources')).toEqual(sorted(own.source, published.source));
      expect(await idsOf('/organisations')).toEqual(
        sorted(own.organisation, published.organisation, ministry),
      );
    });

    it.each([
      `/agreements?q=${MARKER}`,
      '/agreements?region=XA-02',
      '/agreements?tag=Kasbah-Zellige',
      `/commitments?q=${MARKER}`,
      '/commitments?region=XA-02',
      `/organisations?q=${MARKER}`,
      `/sources?q=${MARKER}`,
    ])('%s finds nothing', async (path) => {
      expect(await idsOf(path)).toEqual([]);
    });

    it.each(['agreement', 'commitment', 'organisation', 'event', 'source'] as const)(
      'the %s of another is not there',
      async (kind) => {
        expect((await investor.http('GET', `/${kind}s/${register.other[kind]}`)).status).toBe(404);
        expect((await officer.http('GET', `/${kind}s/${register.other[kind]}`)).status).toBe(200);
      },
    );

    it('what hangs on their own records names no other', async () => {
      const agreement = await investor.http<{ links: { agreementId: string }[]; owner: null }>(
        'GET',
        `/agreements/${register.own.agreement}`,
      );
      expect(agreement.body.links.map(({ agreementId }) => agreementId)).toEqual([
        register.published.agreement,
      ]);
      const event = await investor.http<{ agreements: { id: string }[] }>(
        'GET',
        `/events/${register.sharedEvent}`,
      );
      expect(event.body.agreements.map(({ id }) => id)).toEqual([register.own.agreement]);
      expect(JSON.stringify([agreement.body, event.body])).not.toMatch(HIDDEN);
    });

    it('the summary adds up what is theirs and what is public', async () => {
      interface Summary {
        coverage: object;
        promised: { firm: object[] };
      }
      const theirs = (await investor.http<Summary>('GET', '/summary')).body;
      expect(theirs.coverage).toMatchObject({ commitments: 2, counted: 1, countedElsewhere: 1 });
      expect(theirs.promised.firm).toMatchObject([{ total: 30 }]);
      expect(JSON.stringify(theirs)).not.toMatch(HIDDEN);
      const all = (await officer.http<Summary>('GET', '/summary')).body;
      expect(all.coverage).toMatchObject({ commitments: 3 });
    });
  });

  describe('in the database', () => {
    it('every table is open to investors or closed to them, and said to be', async () => {
      const tables = await api.dataSource.query<{ name: string }[]>(
        `SELECT relname AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
      );
      const listed = [...Object.keys(OPEN_TO_INVESTORS), ...CLOSED_TO_INVESTORS].sort();
      expect(tables.map(({ name }) => name).sort()).toEqual(listed);
    });

    it.each(CLOSED_TO_INVESTORS)('%s is closed', async (table) => {
      await expect(confined((tx) => tx.query(`SELECT 1 FROM "${table}"`))).rejects.toMatchObject(
        NO_PERMISSION,
      );
    });

    it('nothing of the queue can be reached', async () => {
      const rows = await api.dataSource.query<{ open: boolean }[]>(
        `SELECT has_schema_privilege('${INVESTOR_ROLE}', 'bullmq', 'USAGE') AS open`,
      );
      expect(rows).toEqual([{ open: false }]);
    });

    const readable = Object.entries(OPEN_TO_INVESTORS).filter(([, { may }]) => may.includes('SELECT'));

    it.each(readable.map(([table]) => table))('%s shows nothing of another company', async (table) => {
      const sql = `SELECT t::text AS row FROM "${table}" t`;
      const theirs = await confined((tx) => tx.query<{ row: string }[]>(sql));
      const text = JSON.stringify(theirs);
      expect(text).not.toMatch(HIDDEN);
      const { organisation, agreement, commitment, person } = register.other;
      for (const id of [organisation, agreement, commitment, person, other.accountId, other.sessionId]) {
        expect(text).not.toContain(id);
      }
      const all = await api.dataSource.query<unknown[]>(sql);
      if (OPEN_TO_INVESTORS[table]?.rows === undefined) expect(theirs).toHaveLength(all.length);
    });

    it('there is something of another company to be hidden, in each table of agreements', async () => {
      const tables = ['agreement', 'party', 'signatory', 'commitment', 'milestone', 'citation'];
      for (const table of [...tables, 'agreement_version', 'deadline_move', 'agreement_link', 'source']) {
        const count = (tx: { query: EntityManager['query'] }) =>
          tx.query<[{ count: number }]>(`SELECT count(*) FROM "${table}"`);
        const [theirs] = await confined(count);
        const [all] = await asCaller(api, officer, { organisations: null }, count);
        expect([table, theirs.count < all.count]).toEqual([table, true]);
        expect([table, theirs.count > 0]).toEqual([table, table !== 'deadline_move']);
      }
    });

    it('superseded versions are there of their own agreements only', async () => {
      const numbersOf = async (agreement: string) =>
        confined((tx) =>
          tx.query<{ number: number }[]>(
            'SELECT number FROM agreement_version WHERE agreement_id = $1 ORDER BY number',
            [agreement],
          ),
        );
      for (const agreement of [register.own.agreement, register.published.agreement]) {
        const { body } = await officer.http<{ revision: number }>('GET', `/agreements/${agreement}`);
        const renamed = await officer.http('PATCH', `/agreements/${agreement}`, {
          headers: { 'if-match': `"${body.revision}"` },
          body: { title: { en: 'A centre, renamed' } },
        });
        expect(renamed.status).toBe(200);
      }
      expect(await numbersOf(register.own.agreement)).toEqual([{ number: 1 }, { number: 2 }]);
      expect(await numbersOf(register.published.agreement)).toEqual([{ number: 2 }]);
      expect(await numbersOf(register.other.agreement)).toEqual([]);
    });

    it.each([
      ['publish an agreement', 'UPDATE agreement SET published = true'],
      ['become party to one', 'UPDATE party SET organisation_id = NULL'],
      ['give themselves a role', 'INSERT INTO role_grant SELECT * FROM role_grant'],
      ['turn staff', "UPDATE account SET kind = 'staff'"],
      ['rewrite the audit trail', 'UPDATE audit_entry SET id = id'],
      ['read the audit trail', 'SELECT payload FROM audit_entry'],
      ['read what waits to be sent', 'SELECT payload FROM outbox'],
      ['make a table', 'CREATE TABLE public.of_an_investor (id int)'],
    ])('an investor cannot %s', async (_what, statement) => {
      await expect(confined((tx) => tx.query(statement))).rejects.toMatchObject(NO_PERMISSION);
    });

    it('an investor changes their own session and account, and no other', async () => {
      const touched = await confined(async (tx) => {
        const sessions = await tx.query<[unknown, number]>('UPDATE session SET last_seen_at = last_seen_at');
        const accounts = await tx.query<[unknown, number]>('UPDATE account SET name = name');
        return [sessions[1], accounts[1]];
      });
      expect(touched).toEqual([1, 1]);
      const entry = (actor: string) =>
        confined((tx) =>
          tx.query(
            `INSERT INTO audit_entry (id, at, actor, action, subject_type, subject_id, payload)
             VALUES ($1, '2026-01-01', $2, 'session.closed', 'session', $1, '{}')`,
            [newId(), actor],
          ),
        );
      await entry(`account:${investor.accountId}`);
      await expect(entry(`account:${other.accountId}`)).rejects.toMatchObject(NO_PERMISSION);
    });

    it('an investor signs out, is refused and repeats a request as anybody does', async () => {
      const leaving = await signInAs(api, {
        grants: [
          {
            role: 'investor_editor',
            scope: { kind: 'organisation', organisationId: register.own.organisation },
          },
        ],
      });
      expect((await leaving.http('POST', '/agreements', { body: {} })).status).toBe(403);
      expect((await leaving.http('GET', '/session')).status).toBe(200);
      expect((await leaving.http('DELETE', '/session')).status).toBe(204);
      expect((await leaving.http('GET', '/session')).status).toBe(401);
      const noted = await api.dataSource.query<{ action: string }[]>(
        'SELECT action FROM audit_entry WHERE actor = $1 ORDER BY id',
        [`account:${leaving.accountId}`],
      );
      expect(noted.map(({ action }) => action)).toEqual(['permission.refused', 'session.closed']);
    });

    it('a representative invites an editor, once however often the request is repeated', async () => {
      const invite = (organisation: string) =>
        investor.http<{ id: string }>('POST', `/organisations/${organisation}/invitations`, {
          headers: { 'idempotency-key': 'one-editor' },
          body: { email: 'editor@atlas.test', language: 'en' },
        });
      const [first, again] = [
        await invite(register.own.organisation),
        await invite(register.own.organisation),
      ];
      expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
      const { body } = await other.http<Page>('GET', '/invitations');
      expect(body.items).toEqual([]);
      expect((await other.http('GET', `/invitations/${first.body.id}`)).status).toBe(404);
    });

    it('what a public route does is the system’s, also when an investor is still signed in', async () => {
      const { status } = await investor.http('POST', '/session', { body: api.credentials });
      expect(status).toBe(201);
      expect((await investor.http('GET', '/health/ready')).status).toBe(200);
    });

    it('the settings and the role end with the transaction', async () => {
      await confined((tx) => tx.query('SELECT 1'));
      const states = await Promise.all(
        Array.from({ length: 20 }, () =>
          api.dataSource.query<[{ user: string; organisations: string | null }]>(
            `SELECT current_user AS user, current_setting('mithaq.organisations', true) AS organisations`,
          ),
        ),
      );
      for (const [state] of states) {
        expect(state.user).not.toBe(INVESTOR_ROLE);
        expect(state.organisations ?? '').toBe('');
      }
    });

    it('a read outside of a transaction, or inside somebody else’s, is refused', async () => {
      const transactions = api.app.get(Transactions);
      const caller = { accountId: investor.accountId, organisations: [] } as never;
      const request = { id: newId(), address: null, origin: null, agent: null, caller };
      expect(() => duringRequest(request, () => transactions.reader)).toThrow(/outside/);
      await expect(
        transactions.run(() => duringRequest(request, () => transactions.run((tx) => tx.query('SELECT 1')))),
      ).rejects.toThrow(/not theirs/);
    });
  });
});
