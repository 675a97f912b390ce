import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { amend, signInStaff, withDeadline } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { type CompaniesApart, recordCompaniesApart } from '../../support/companies-apart';

/** What belongs to one answer and not to what it says. */
const OF_ONE_ANSWER = ['date', 'x-request-id', 'ratelimit', 'ratelimit-policy'];

const UNKNOWN = '01900000-0000-7000-8000-00000000abcd';

interface Page {
  readonly total: number;
  readonly items: readonly { readonly id: string }[];
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

describe('the public register', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let callers: readonly Record<string, string>[];
  let reference: string;
  let hidden: string;

  beforeAll(async () => {
    api = await startTestApi({
      CLOCK_START: '2026-11-23T10:00:00Z',
      REPORT_ERROR_ADDRESS: 'errors@register.test',
    });
    register = await recordCompaniesApart(api);
    const { own, other, published } = register;
    const investorOf = (organisationId: string) =>
      signInAs(api, {
        language: 'ar',
        grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId } }],
      });
    const accounts: SignedInAccount[] = [
      await signInAs(api, { grants: ['admin', 'director', 'auditor'].map(countryWide), language: 'ar' }),
      await investorOf(own.organisation),
      await investorOf(other.organisation),
    ];
    callers = [
      ...accounts.map(({ cookie }) => ({ cookie })),
      { cookie: 'mithaq_session=forged; lang=ar' },
      { authorization: 'Bearer forged' },
      { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' },
      { 'user-agent': 'somebody else' },
    ];
    const rows = await api.dataSource.query<{ id: string; reference: string }[]>(
      'SELECT id, reference FROM agreement',
    );
    const referenceOf = (id: string) => rows.find((row) => row.id === id)?.reference ?? '';
    [reference, hidden] = [referenceOf(published.agreement), referenceOf(other.agreement)];
  }, 180_000);
  afterAll(() => api.close());

  /** An answer to the letter, without what belongs to one answer. */
  async function answer(path: string, headers: Record<string, string> = {}) {
    const response = await api.app.inject({ method: 'GET', url: `/api/v1/public/${path}`, headers });
    const kept = Object.entries(response.headers).filter(([name]) => !OF_ONE_ANSWER.includes(name));
    return { status: response.statusCode, headers: Object.fromEntries(kept), body: response.body };
  }
  const read = async <Body = Page>(path: string) => {
    const { status, body } = await answer(path);
    expect([path, status]).toEqual([path, 200]);
    return JSON.parse(body) as Body;
  };
  const refused = async (path: string) => JSON.parse((await answer(path)).body) as Problem;

  it('is the same for everyone to the letter, found or not', async () => {
    for (const path of [
      'agreements?facets=true',
      `agreements/${reference}`,
      `agreements/${hidden}`,
      `agreements/${register.other.agreement}`,
      'commitments',
      `commitments?agreement=${hidden}`,
      `commitments?organisation=${register.own.organisation}`,
      'summary',
      'definitions',
      'definitions/status.due_soon',
      'about',
      'agreements?status=overdue',
      'agreements/nothing',
    ]) {
      const anonymous = await answer(path);
      for (const headers of callers) expect(await answer(path, headers)).toEqual(anonymous);
      // Refusals are sentences, and sentences have a language.
      if (anonymous.status === 200)
        expect(await answer(path, { 'accept-language': 'ar' })).toEqual(anonymous);
    }
  });

  it('tells an agreement that is not published from none at all in nothing', async () => {
    const { instance: _, ...unknown } = await refused(`agreements/${UNKNOWN}`);
    expect(unknown).toMatchObject({ status: 404, code: 'not_found', errors: [] });
    for (const path of [
      register.other.agreement,
      hidden,
      'MIT-2099-0001',
      'mit-1',
      '%00',
      '__proto__',
      `${reference}%20`,
    ]) {
      const { instance: __, ...problem } = await refused(`agreements/${path}`);
      expect([path, problem]).toEqual([path, unknown]);
    }
    for (const filter of ['organisation', 'event'] as const) {
      const hiddenAnswer = await answer(`agreements?${filter}=${register.other[filter]}&facets=true`);
      expect(hiddenAnswer).toEqual(await answer(`agreements?${filter}=${UNKNOWN}&facets=true`));
    }
  });

  it('is asked for again by its tag, lists too, and answers 304 as long as it holds', async () => {
    const paths = [
      'agreements?limit=1',
      `agreements/${reference}`,
      'commitments',
      'summary',
      'about',
      'definitions',
    ];
    for (const path of paths) {
      const first = await answer(path);
      expect(first.headers).toMatchObject({ 'cache-control': 'public, no-cache' });
      expect(first.headers.etag).toMatch(/^"[\w-]{16}"$/);
      // Nothing of who asks, nor in which language; how it is packed may differ.
      expect(String(first.headers.vary ?? 'accept-encoding').toLowerCase()).toBe('accept-encoding');
      expect(first.headers).not.toHaveProperty('set-cookie');
      for (const tag of [String(first.headers.etag), `"other", W/${String(first.headers.etag)}`, '*']) {
        const again = await answer(path, { 'if-none-match': tag });
        expect([path, again.status, again.body, again.headers.etag]).toEqual([
          path,
          304,
          '',
          first.headers.etag,
        ]);
      }
      expect((await answer(path, { 'if-none-match': '"other"' })).status).toBe(200);
    }
    const refusal = await answer('agreements/nothing');
    expect([refusal.headers['cache-control'], refusal.headers.etag]).toEqual(['no-store', undefined]);
  });

  it('has another tag as soon as something is published or taken back', async () => {
    const before = await answer('agreements');
    const publish = (published: boolean) =>
      api.dataSource.query('UPDATE agreement SET published = $2 WHERE id = $1', [
        register.own.agreement,
        published,
      ]);
    await publish(true);
    const after = await answer('agreements', { 'if-none-match': String(before.headers.etag) });
    expect([after.status, (JSON.parse(after.body) as Page).total]).toEqual([200, 2]);
    const links = await read<{ links: { agreementId: string }[] }>(`agreements/${reference}`);
    expect(links.links.map(({ agreementId }) => agreementId)).toEqual([register.own.agreement]);
    await publish(false);
    expect((await answer('agreements', { 'if-none-match': String(before.headers.etag) })).status).toBe(304);
  });

  it('is searched in words and narrowed by each filter', async () => {
    const { published } = register;
    const found = [
      'q=safran',
      'q=SÁFRAN%20fictional',
      'region=XA-03',
      'sector=XS',
      'year=2029',
      'kind=jobs',
      'level=firm',
      'instrumentType=memorandum_of_understanding',
      'legalState=signed',
      'status=deadline_ahead,due_soon',
      `organisation=${published.organisation}`,
      `organisation=${register.ministry}`,
      `event=${published.event}`,
      `agreement=${reference}`,
      `agreement=${published.agreement.toUpperCase()}`,
      'q=safran&region=XA-03&year=2029&kind=jobs&sector=XS&status=deadline_ahead',
    ];
    const missed = [
      'q=nothing',
      'region=XA-01',
      'sector=XT',
      'year=2030',
      'year=none',
      'kind=training',
      'level=capacity',
      'instrumentType=announcement',
      'legalState=in_force',
      'status=deadline_passed_no_verified_report',
      `organisation=${register.own.organisation}`,
      `event=${register.sharedEvent}`,
      `agreement=${hidden}`,
      `zone=${UNKNOWN}`,
    ];
    for (const list of ['agreements', 'commitments']) {
      for (const query of found)
        expect([list, query, (await read(`${list}?${query}`)).total]).toEqual([list, query, 1]);
      for (const query of missed)
        expect([list, query, (await read(`${list}?${query}`)).total]).toEqual([list, query, 0]);
    }
  });

  it('counts what each further choice would leave', async () => {
    const { facets } = await read<{ facets: Record<string, object[]> | null }>(
      'agreements?facets=true&region=XA-01',
    );
    expect(facets).toEqual({
      region: [{ value: 'XA-03', agreements: 1 }],
      sector: [],
      year: [],
      kind: [],
      instrumentType: [],
      legalState: [],
    });
    expect((await read<{ facets: object | null }>('agreements')).facets).toBeNull();
  });

  it('goes on where a page ended, and refuses a cursor that was made for another order', async () => {
    await api.dataSource.query('UPDATE agreement SET published = true');
    for (const [list, sorts] of [
      ['agreements', ['signed', '-signed', 'recorded', '-recorded', 'reference', '-reference']],
      ['commitments', ['lastDay', '-lastDay', 'value', '-value', 'recorded', '-recorded']],
    ] as const) {
      for (const sort of sorts) {
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page: Page & { nextCursor: string | null } = await read(
            `${list}?limit=1&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`,
          );
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        }
        expect([sort, new Set(seen).size, seen.length]).toEqual([sort, 3, 3]);
      }
      const { nextCursor } = await read<{ nextCursor: string }>(`${list}?limit=1&sort=${sorts[0]}`);
      expect((await refused(`${list}?sort=${sorts[2]}&cursor=${nextCursor}`)).code).toBe('invalid_cursor');
    }
    const { published } = register;
    await api.dataSource.query('UPDATE agreement SET published = (id = $1)', [published.agreement]);
  });

  it.each([
    ['agreements?limit=101', 'limit'],
    ['agreements?limit=0', 'limit'],
    ['agreements?sort=owner', 'sort'],
    ['agreements?year=0000', 'year'],
    ['agreements?year=29', 'year'],
    ['agreements?status=overdue', 'status'],
    ['summary?status=closed_partial', 'status'],
    ['agreements?region=ZZ', 'region'],
    ['summary?sector=nothing', 'sector'],
    ["agreements?agreement=MIT-2025-0001'--", 'agreement'],
    ['agreements?organisation=1', 'organisation'],
    ['agreements?kind=jobs&kind=training', 'kind'],
    ['agreements?q=%00', 'q'],
    [`agreements?q=${'a'.repeat(201)}`, 'q'],
    ['agreements?q[]=a', 'q[]'],
    ['agreements?facets=perhaps', 'facets'],
    ['commitments?notYetSigned=1', 'notYetSigned'],
    ['commitments?counting=all', 'counting'],
    ["commitments?unit=jobs'", 'unit'],
    ['agreements?tag=a', 'tag'],
    ['agreements?owner=a', 'owner'],
    ['summary?asOf=2020-01-01', 'asOf'],
  ])('refuses %s, naming what is wrong', async (path, field) => {
    const { status, errors } = await refused(path);
    expect([[400, 422].includes(status), errors.map((error) => error.field)]).toEqual([true, [field]]);
  });

  it.each([
    'q=%25',
    'q=_',
    "q=');DROP TABLE agreement;--",
    'placeGroup=nowhere',
    'sectorGroup=XX',
    'unit=XXX',
  ])('takes %s for words like any other', async (query) => {
    expect((await read(`commitments?${query}`)).total).toBe(0);
  });

  it('explains each word in three languages, and says where errors are reported', async () => {
    const { items } = await read<{ items: { id: string; term: object; definition: object }[] }>(
      'definitions',
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const texts = items.flatMap(({ term, definition }) =>
      [term, definition].flatMap((text) => Object.values(text)),
    );
    expect(texts.filter((text) => typeof text !== 'string' || text.trim().length < 2)).toEqual([]);
    expect(texts).toHaveLength(items.length * 6);
    for (const { id } of items) expect((await answer(`definitions/${id}`)).status).toBe(200);
    expect((await refused('definitions/constructor')).status).toBe(404);
    expect(await read('about')).toMatchObject({
      asOf: '2026-11-23',
      country: { code: 'ma' },
      defaultLanguage: 'fr',
      reportError: { kind: 'mail', address: 'errors@register.test' },
      regions: [{ code: 'XA-01' }, { code: 'XA-02' }, { code: 'XA-03' }],
      events: [{ id: register.published.event, agreements: 1 }],
    });
  });

  it('shows how a deadline moved, under which act, and where it stood first', async () => {
    const { published } = register;
    await amend(await signInStaff(api), published.agreement, published.source, withDeadline('2031'));
    const promise = {
      deadline: { stated: '2031', lastDay: '2031-12-31', daysLeft: 1864 },
      firstDeadline: { stated: '2029', precision: 'year', lastDay: '2029-12-31' },
      rescheduled: { times: 1, days: 730 },
      deadlineMoves: [
        {
          old: { stated: '2029', lastDay: '2029-12-31' },
          new: { stated: '2031', lastDay: '2031-12-31' },
          ...{ act: 'amendment', effectiveOn: '2026-01-01', recordedOn: '2026-11-23' },
        },
      ],
      milestones: [{ standing: 'published', deadline: { stated: '2027' }, deadlineMoves: [] }],
      otherMilestones: [],
    };
    expect(await read(`agreements/${reference}`)).toMatchObject({ version: 2, commitments: [promise] });
    expect((await read('commitments')).items).toMatchObject([promise]);
    expect((await read('agreements')).items).toMatchObject([
      { deadlineMoves: 1, firstDeadline: { stated: '2031' }, headlines: [{ status: 'deadline_ahead' }] },
    ]);
  });
});
