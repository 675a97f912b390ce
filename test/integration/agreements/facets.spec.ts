import { type SignedInAccount, signInAs } from '../../support/accounts';
import { type Staff, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { generateRegister } from '../../support/generated-register';

interface Facets {
  readonly total: number;
  readonly facets: readonly {
    readonly code: string;
    readonly others: number;
    readonly values: readonly {
      readonly value: string;
      readonly count: number;
      readonly names: Record<string, string | null> | null;
    }[];
  }[];
}

interface Row {
  readonly id: string;
  readonly title: Record<'ar' | 'fr' | 'en', string | null>;
  readonly firstDeadline: string | null;
  readonly commitments: number;
  readonly signedOn: { readonly lastDay: string } | null;
}

interface Page {
  readonly items: readonly Row[];
  readonly total: number;
  readonly nextCursor: string | null;
}

type Person = Pick<SignedInAccount, 'http'>;
type Filter = Readonly<Record<string, string>>;

const PATIENCE = 120_000;

describe('facets and orders of the list of agreements', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    await api.dataSource.transaction((tx) => generateRegister(tx, { agreements: 60, documents: true }));
    await api.dataSource.query(
      `UPDATE agreement SET sector_codes = '{}', published = false WHERE id IN (SELECT id FROM agreement ORDER BY id LIMIT 3)`,
    );
  }, PATIENCE);
  afterAll(() => api.close());

  const asked = (filter: Filter) => new URLSearchParams(filter).toString();
  const facets = async (filter: Filter, who: Person = staff.officer) =>
    (await who.http<Facets>('GET', `/agreements/facets?${asked(filter)}`)).body;
  const list = async (filter: Filter, who: Person = staff.officer) =>
    (await who.http<Page>('GET', `/agreements?${asked({ limit: '100', ...filter })}`)).body;

  it.each<Filter>([
    {},
    { instrumentType: 'memorandum_of_understanding,investment_convention' },
    { sector: 'ITO,CRM', legalState: 'signed,in_force' },
    { region: 'MA-06,none', published: 'true' },
    { deadlineYear: '2026,2027,2028,none', sector: 'none,BPO' },
    { q: 'centre', signedFrom: '2023-01-01', event: 'none' },
  ])(
    'count what the list would show, each facet without its own filter: %j',
    async (filter) => {
      const counted = await facets(filter);
      expect(counted.total).toBe((await list(filter)).total);
      for (const { code, values, others } of counted.facets) {
        expect(others).toBe(0);
        for (const { value, count } of values.slice(0, 4)) {
          const found = await list({ ...filter, [code]: value });
          expect([code, value, found.total]).toEqual([code, value, count]);
        }
      }
      expect(counted.facets.map(({ code }) => code)).toContain('deadlineYear');
    },
    PATIENCE,
  );

  it('names what is a record, and speaks in codes of the rest', async () => {
    const { facets: found } = await facets({});
    const first = (code: string) => found.find((facet) => facet.code === code)?.values[0];
    expect(first('region')?.names?.fr).toEqual(expect.any(String));
    expect(first('owner')?.names).not.toBeNull();
    expect(first('legalState')?.names).toBeNull();
    expect(first('stage')).toEqual({ value: 'current', count: 60, names: null });
  });

  it('counts drafts for the house alone, and for nobody what they may not see', async () => {
    await staff.officer.http('POST', '/agreements', { body: { title: { en: 'A draft' } } });
    const stages = (await facets({})).facets.find(({ code }) => code === 'stage');
    expect(stages?.values).toEqual([
      { value: 'current', count: 60, names: null },
      { value: 'drafted', count: 1, names: null },
    ]);
    expect((await facets({ stage: 'drafted' })).total).toBe(1);
    const { id } = (
      await staff.officer.http<{ id: string }>('POST', '/organisations', {
        body: { names: { en: 'Somebody' }, kind: 'company' },
      })
    ).body;
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId: id } }],
    });
    const seen = await facets({}, investor);
    expect(seen.total).toBe((await list({}, investor)).total);
    expect(seen.total).toBeLessThan(60);
    expect(seen.facets.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['owner']));
    expect(seen.facets.some(({ code }) => code === 'stage')).toBe(false);
    const all = seen.facets.find(({ code }) => code === 'published')?.values;
    expect(all).toEqual([{ value: 'true', count: seen.total, names: null }]);
  });

  it.each(['title', 'firstDeadline', 'commitments', 'signed', 'reference', 'recorded'])(
    'reads the same rows forth and back by %s, page by page',
    async (sort) => {
      const read = async (order: string) => {
        const rows: Row[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const page: Page = await list({ sort: order, limit: '17', ...(cursor ? { cursor } : {}) });
          rows.push(...page.items);
          cursor = page.nextCursor;
        }
        return rows;
      };
      const [forth, back] = [await read(sort), await read(`-${sort}`)];
      expect(new Set(forth.map(({ id }) => id)).size).toBe(60);
      const absent = ({ firstDeadline, signedOn }: Row) =>
        sort === 'firstDeadline' ? firstDeadline === null : sort === 'signed' && signedOn === null;
      const ids = (rows: readonly Row[], are: boolean) =>
        rows.filter((row) => absent(row) === are).map(({ id }) => id);
      expect(ids(back, false).reverse()).toEqual(ids(forth, false));
      const missing = forth.filter(absent).length;
      for (const rows of [forth, back]) {
        expect(rows.slice(rows.length - missing).every(absent)).toBe(true);
      }
      const values = forth.map(({ firstDeadline, commitments }) =>
        sort === 'firstDeadline' ? (firstDeadline ?? '9') : sort === 'commitments' ? commitments : 0,
      );
      expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    },
  );

  it('puts titles in the order of the language that is asked for', async () => {
    const first = async (language: string) => {
      const { body } = await staff.officer.http<Page>('GET', '/agreements?sort=title&limit=1', {
        headers: { 'accept-language': language },
      });
      return body;
    };
    const french = await first('fr');
    const arabic = await staff.officer.http(
      'GET',
      `/agreements?sort=title&limit=1&cursor=${encodeURIComponent(french.nextCursor ?? '')}`,
      { headers: { 'accept-language': 'ar' } },
    );
    expect(arabic.status).toBe(400);
    expect((await first('ar')).items).toHaveLength(1);
  });

  it.each([
    ['legalState=alive', 'legalState', 'not_a_choice'],
    ['sector=a%20b', 'sector', 'wrong_format'],
    ['event=1', 'event', 'not_an_identifier'],
    ['event=None', 'event', 'not_an_identifier'],
    ['owner=none', 'owner', 'not_an_identifier'],
    ['deadlineYear=26', 'deadlineYear', 'wrong_format'],
    ['published=perhaps', 'published', 'not_a_flag'],
    [`sector=${Array.from({ length: 51 }, (_, n) => `S${n}`).join(',')}`, 'sector', 'too_many'],
    ['colour=red', 'colour', 'unknown_field'],
  ])('refuses %s', async (query, field, code) => {
    for (const path of ['/agreements', '/agreements/facets']) {
      const answer = await staff.officer.http<{ errors: object[] }>('GET', `${path}?${query}`);
      expect([answer.status, answer.body.errors]).toMatchObject([400, [{ field, code }]]);
    }
  });

  it('takes a parameter that is repeated', async () => {
    const once = await list({ legalState: 'signed,announced' });
    const { body } = await staff.officer.http<Page>(
      'GET',
      '/agreements?legalState=signed&legalState=announced&limit=100',
    );
    expect(body.total).toBe(once.total);
  });
});
