import { act, openDraft, saveDraft, signInStaff } from '../../support/agreements';
import { loadFirstContent } from '../../../apps/standalone/src/first-content/load-first-content';
import { loadSettings } from '@app/platform';
import { TestApi, startTestApi } from '../../support/application';

interface Listed {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
}

const load = (api: TestApi, environment: Record<string, string> = {}) => {
  const said: string[] = [];
  const settings = loadSettings({
    NODE_ENV: 'test',
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: api.dataDir,
    ...environment,
  });
  return loadFirstContent(settings, (line) => said.push(line)).then(() => said);
};

describe('the real register', () => {
  let api: TestApi;
  let said: string[];

  beforeAll(async () => {
    api = await startTestApi();
    said = await load(api);
  });
  afterAll(() => api.close());

  it('is loaded once and never over what people did', async () => {
    expect(said).toEqual(['loaded 28 agreements with 39 commitments']);
    expect(await load(api)).toEqual([]);
    expect((await api.http<Listed>('GET', '/agreements')).body.total).toBe(28);
  });

  it.each([
    ['/agreements', 28],
    ['/commitments', 39],
    ['/regions', 12],
    ['/zones', 9],
    ['/sectors', 5],
    ['/holidays', 31],
    ['/indicator-figures', 25],
    ['/events', 4],
    ['/organisations', 44],
    ['/persons', 15],
    ['/sources', 25],
  ])('%s has %d entries', async (path, total) => {
    const { body } = await api.http<Listed>('GET', `${path}?limit=100`);
    expect([body.total, body.items.length]).toEqual([total, total]);
  });

  interface Agreement {
    readonly id: string;
    readonly reference: string;
    readonly publishedReference: string;
    readonly published: boolean;
    readonly commitments: readonly Record<string, unknown>[];
    readonly citations: readonly Record<string, unknown>[];
    readonly signing: {
      readonly event: { readonly amount: object | null; readonly sharesAmount: boolean } | null;
    };
    readonly document: object;
    readonly links: readonly object[];
  }

  const find = async (publishedReference: string): Promise<Agreement> => {
    const list = await api.http<Listed>('GET', `/agreements?q=${publishedReference}`);
    return (await api.http<Agreement>('GET', `/agreements/${list.body.items[0]?.id as string}`)).body;
  };

  it('keeps 2029 as a year whose last day is derived', async () => {
    const kpmg = await find('MA-2025-001');
    expect(kpmg.reference).toMatch(/^MIT-2025-\d{4}$/);
    expect(kpmg.published).toBe(true);
    expect(kpmg.commitments[0]).toMatchObject({
      quantity: { qualifier: 'exactly', value: 150, unit: 'jobs', relation: 'direct', level: 'firm' },
      deadline: { stated: '2029', precision: 'year', lastDay: '2029-12-31' },
    });
    expect(kpmg.signing.event).toMatchObject({
      amount: { value: 180_000_000, currency: 'MAD', qualifier: 'about' },
      sharesAmount: true,
    });
  });

  it('keeps both deadlines of NTT DATA and adopts one', async () => {
    const citations = (await find('MA-2022-001')).citations.filter(({ field }) => field === 'deadline');
    expect(citations.map(({ stated, adopted }) => [stated, adopted])).toEqual(
      expect.arrayContaining([
        ['2026', true],
        ['2025', false],
      ]),
    );
  });

  it('keeps words where the paper gives no number', async () => {
    const hcl = await find('MA-2022-005');
    expect(hcl.commitments[0]).toMatchObject({
      quantity: { value: null, stated: 'thousands', absence: 'not_stated' },
    });
  });

  it('knows Nokia by its promises without a number', async () => {
    const nokia = await find('MA-2025-004');
    expect(nokia.commitments.length).toBeGreaterThan(2);
    expect(
      nokia.commitments.every(({ quantity, measure }) => quantity === null && measure !== 'quantity'),
    ).toBe(true);
  });

  it('carries every document through a draft unchanged', async () => {
    const staff = await signInStaff(api);
    const { body } = await api.http<Listed>('GET', '/agreements?limit=100');
    for (const { id } of body.items) {
      const before = await api.http<Agreement>('GET', `/agreements/${id as string}`);
      await openDraft(staff.officer, id as string, 'clerical');
      const saved = await saveDraft(staff.officer, id as string, before.body.document);
      expect(saved).toMatchObject({ status: 200, body: { changes: [], document: before.body.document } });
      const refused = await act(staff.officer, id as string, 'submit', {
        acknowledgeGaps: true,
        reason: 'a test',
      });
      expect(refused.body).toMatchObject({ code: 'nothing_changes' });
      await act(staff.officer, id as string, 'withdraw', { reason: 'a test' });
    }
    const moves = await api.dataSource.query<object[]>('SELECT * FROM deadline_move');
    expect(moves).toEqual([]);
  });

  it.each([
    ['oujda', 'MA-2025-003'],
    ['فاس', 'MA-2023-001'],
    ['fès', 'MA-2023-001'],
    ['FES', 'MA-2023-001'],
    ['ids maroc', 'MA-2022-004'],
    ['kpmg', 'MA-2025-001'],
    ['الدار البيضاء', 'MA-2025-008'],
    ['protocole d’accord kpmg'.replace('’', "'"), 'MA-2025-001'],
    ['مذكرة تفاهم nokia', 'MA-2025-004'],
    ['outsourcing programme', 'MA-2024-001'],
  ])('is found by %s', async (words, expected) => {
    const { body } = await api.http<Listed>('GET', `/agreements?limit=100&q=${encodeURIComponent(words)}`);
    expect(body.items.map(({ publishedReference }) => publishedReference)).toContain(expected);
  });

  it('tells the course to 2030 as the papers allow, with firm promises beside it', async () => {
    const course = async (code: string) => (await api.http<National>('GET', `/indicators/${code}`)).body;
    const jobs = await course('offshoring_jobs');
    expect(jobs.courses.at(-1)).toMatchObject({
      ...{ standing: 'behind', remaining: 121_500, years: 6, paceNeeded: 20_250, atThisPace: 204_000 },
      pacesObserved: [
        { by: 'published_change', perYear: 9_250, periods: ['2023/2024'] },
        { by: 'two_observations', perYear: 7_500, periods: ['2023', '2024'] },
      ],
    });
    expect(jobs.promised?.firm.map(({ stability, basis, total }) => [stability, basis, total])).toEqual([
      ['not_stated', 'new', 1_550],
      ['stable', 'additional', 1_750],
      ['stable', 'new', 3_900],
    ]);
    expect(jobs.promised?.firm.map(({ share }) => share?.denominator)).toEqual([121_500, 121_500, 121_500]);
    expect(jobs.promised?.leftOut.programme).toBeGreaterThan(0);
    const exports = await course('export_revenue');
    expect(
      exports.courses.map(({ target, latest, standing }) => [target.value, latest?.value, standing]),
    ).toEqual([
      [25, 17.9, 'not_enough_observations'],
      [40, 26.22, 'behind'],
    ]);
    const { courses } = await course('additional_stable_jobs');
    expect(courses.map(({ standing }) => standing)).toEqual(['method_not_stated', 'method_not_stated']);
  });

  interface National {
    readonly courses: readonly {
      readonly target: { readonly value: number };
      readonly latest: { readonly value: number } | null;
      readonly standing: string;
    }[];
    readonly promised: {
      readonly firm: readonly {
        readonly stability: string;
        readonly basis: string;
        readonly total: number;
        readonly share: { readonly denominator: number } | null;
      }[];
      readonly leftOut: { readonly programme: number };
    } | null;
  }
});
