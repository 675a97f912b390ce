import { figuresIn, figuresThatDiffer } from '../../support/public-register';
import { type RealRegister, startRealRegister } from '../../support/real-register';

interface Summary {
  readonly agreements: { readonly value: number };
  readonly coverage: Record<string, { readonly value: number }>;
  readonly statuses: readonly { readonly status: string; readonly commitments: { readonly value: number } }[];
  readonly byRegion: readonly { readonly code: string | null; readonly recorded: boolean }[];
  readonly byDeadlineYear: readonly { readonly year: number | null; readonly recorded: boolean }[];
  readonly promised: Record<
    'firm' | 'programme' | 'capacity',
    readonly {
      readonly kind: string;
      readonly basis: string;
      readonly total: { readonly value: number | null };
    }[]
  >;
}

interface Listed {
  readonly reference: string;
  readonly publishedReference: string | null;
  readonly headlines: readonly { readonly quantity: { readonly value: number } | null }[];
}

describe('the real register in public', () => {
  let register: RealRegister;

  const read = async <Body = Record<string, unknown>>(path: string) => {
    const { status, body } = await register.api.http<Body>('GET', `/public/${path}`, { anonymous: true });
    expect([path, status]).toEqual([path, 200]);
    return body;
  };

  beforeAll(async () => {
    register = await startRealRegister();
  }, 180_000);
  afterAll(() => register.api.close());

  it('lists all agreements in one page, each with its promises at a glance', async () => {
    const { items, total } = await read<{ items: Listed[]; total: number }>('agreements?limit=100');
    expect([items.length, total]).toEqual([28, 28]);
    const kpmg = items.find(({ publishedReference }) => publishedReference === 'MA-2025-001');
    expect(kpmg).toMatchObject({
      legalState: 'signed',
      signedOn: { stated: '2025-04-15', precision: 'day', lastDay: '2025-04-15' },
      regionCodes: ['MA-06'],
      commitments: 1,
      firstDeadline: { stated: '2029', precision: 'year', lastDay: '2029-12-31', daysLeft: 1134 },
      deadlineMoves: 0,
      headlines: [
        {
          kind: 'jobs',
          quantity: { qualifier: 'exactly', value: 150, unit: 'jobs', relation: 'direct', basis: 'new' },
          deadline: { stated: '2029' },
          status: 'deadline_ahead',
        },
      ],
    });
  });

  it('shows the amount of a batch undivided, and what sources say otherwise', async () => {
    const kpmg = await read(`agreements/${register.idOf('MA-2025-001')}`);
    expect(kpmg).toMatchObject({
      amount: null,
      signing: { event: { batchAmount: { value: 180_000_000, currency: 'MAD', qualifier: 'about' } } },
    });
    const { items } = await read<{ items: Listed[] }>('agreements?q=NTT');
    const reference = items[0]?.reference ?? '';
    const ntt = await read<{ citations: { field: string; alsoReported: boolean }[] }>(
      `agreements/${reference}`,
    );
    expect(ntt.citations.some(({ field, alsoReported }) => field === 'deadline' && alsoReported)).toBe(true);
    expect(await read(`agreements/${reference.toLowerCase()}`)).toEqual(ntt);
  });

  it('says of deadlines that passed only that they did', async () => {
    const { statuses, coverage } = await read<Summary>('summary');
    const counts = Object.fromEntries(statuses.map(({ status, commitments }) => [status, commitments.value]));
    expect(counts.deadline_passed_no_verified_report).toBeGreaterThan(0);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(coverage.commitments?.value);
    // The word that blames has its place among the statuses, and nobody under it.
    expect(counts.closed_not_met).toBe(0);
    const { statuses: _, ...summary } = await read<Summary>('summary');
    const answers = await Promise.all(
      ['agreements?limit=100', 'commitments?limit=100'].map((path) => read(path)),
    );
    expect(JSON.stringify([summary, answers])).not.toMatch(/overdue|not_met|closed_/);
  });

  it('has every region and year of the line, and tells nothing recorded from nothing promised', async () => {
    const { byRegion, byDeadlineYear, agreements } = await read<Summary>('summary');
    expect(agreements.value).toBe(28);
    expect(byRegion.map(({ code }) => code).filter((code) => code !== null)).toHaveLength(12);
    expect(byRegion.find(({ code }) => code === 'MA-07')?.recorded).toBe(false);
    expect(byRegion.find(({ code }) => code === 'MA-06')?.recorded).toBe(true);
    const years = byDeadlineYear.map(({ year }) => year);
    expect(years).toEqual(expect.arrayContaining([2026, 2027, 2028, 2029, 2030]));
    expect(years.at(-1)).toBeNull();
  });

  it.each([
    '',
    'kind=jobs',
    'sector=ITO',
    'region=MA-06',
    'year=2026',
    'year=none',
    'status=due_soon,deadline_passed_no_verified_report',
    'level=firm&instrumentType=memorandum_of_understanding',
    'q=jobs&legalState=signed',
  ])(
    'each number of the summary (%s) leads to exactly its rows',
    async (query) => {
      const figures = figuresIn(await read(`summary?${query}`));
      expect(figures.length).toBeGreaterThan(50);
      expect(await figuresThatDiffer(register.api, figures)).toEqual([]);
    },
    300_000,
  );
});
