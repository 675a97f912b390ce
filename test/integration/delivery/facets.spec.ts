import { DELIVERY_STATUSES } from '@app/delivery';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import { type Staff, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { generateRegister, generatedId } from '../../support/generated-register';

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

interface Page {
  readonly items: readonly { readonly id: string; readonly status: string }[];
  readonly total: number;
}

type Filter = Readonly<Record<string, string>>;

const PATIENCE = 120_000;
const AGREEMENTS = 40;

describe('facets of the list of commitments', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2024-06-03T10:00:00Z' });
    staff = await signInStaff(api);
    await api.dataSource.transaction((tx) => generateRegister(tx, { agreements: AGREEMENTS }));
    for (const [n, state] of ['suspended', 'terminated', 'superseded'].entries()) {
      await api.dataSource.query(
        `UPDATE agreement SET legal_state = $2, sector_codes = '{}', published = false WHERE id = $1`,
        [generatedId('agreement', n * 7 + 1), state],
      );
    }
    await api.dataSource.query(
      `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by,
                                        recorded_on, recorded_at)
       SELECT gen_random_uuid(), agreement_id, id, outcome, 'a test', '2024-06-03', 'system:test', '2024-06-03', now()
         FROM (SELECT c.id, c.agreement_id,
                      (ARRAY['waived', 'cancelled', NULL])[1 + (row_number() OVER (ORDER BY c.id)) % 3] AS outcome
                 FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE a.legal_state = 'signed') AS chosen
        WHERE outcome IS NOT NULL`,
    );
  }, PATIENCE);
  afterAll(() => api.close());

  const asked = (filter: Filter) => new URLSearchParams(filter).toString();
  const facets = async (filter: Filter, who: Pick<SignedInAccount, 'http'> = staff.officer) =>
    (await who.http<Facets>('GET', `/commitments/facets?${asked(filter)}`)).body;
  const list = async (filter: Filter, who: Pick<SignedInAccount, 'http'> = staff.officer) =>
    (await who.http<Page>('GET', `/commitments?${asked({ limit: '100', ...filter })}`)).body;

  it.each<Filter>([
    {},
    { status: 'overdue_unreported,suspended,waived', kind: 'jobs,training' },
    { sector: 'ITO,none', level: 'firm,none' },
    { region: 'MA-06,none', status: 'no_deadline,due_soon,unreported' },
    { deadlineYear: '2023,2024,2025,none' },
    { q: 'emplois', dueTo: '2026-12-31' },
  ])(
    'count what the list would show, each facet without its own filter: %j',
    async (filter) => {
      const counted = await facets(filter);
      expect(counted.total).toBe((await list(filter)).total);
      expect(counted.facets.map(({ code }) => code)).toEqual([
        ...['status', 'kind', 'level', 'sector', 'region', 'deadlineYear'],
      ]);
      for (const { code, values, others } of counted.facets) {
        expect(others).toBe(0);
        for (const { value, count } of values.slice(0, 5)) {
          const found = await list({ ...filter, [code]: value });
          expect([code, value, found.total]).toEqual([code, value, count]);
        }
      }
    },
    PATIENCE,
  );

  it('count each commitment under the status that its row shows', async () => {
    const { facets: found, total } = await facets({});
    const counts = found.find(({ code }) => code === 'status')?.values ?? [];
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(counts.length).toBeGreaterThan(4);
    for (const { value, count, names } of counts) {
      expect(DELIVERY_STATUSES).toContain(value);
      expect(names?.ar).toEqual(expect.any(String));
      const { items } = await list({ status: value });
      expect(items.filter(({ status }) => status === value)).toHaveLength(Math.min(count, 100));
    }
  });

  it('name regions and sectors, and speak in codes of the rest', async () => {
    const { facets: found } = await facets({});
    const first = (code: string) =>
      found.find((facet) => facet.code === code)?.values.find(({ value }) => value !== 'none');
    expect(first('region')?.names?.fr).toEqual(expect.any(String));
    expect(first('sector')?.names?.fr).toEqual(expect.any(String));
    expect(first('kind')?.names).toBeNull();
  });

  it('count for an investor what the investor sees', async () => {
    const [party] = await api.dataSource.query<[{ organisation_id: string }]>(
      `SELECT organisation_id FROM party WHERE role = 'investor' AND organisation_id IS NOT NULL LIMIT 1`,
    );
    const investor = await signInAs(api, {
      grants: [
        {
          role: 'investor_editor',
          scope: { kind: 'organisation', organisationId: party.organisation_id },
        },
      ],
    });
    const seen = await facets({}, investor);
    expect(seen.total).toBe((await list({}, investor)).total);
    expect(seen.total).toBeGreaterThan(0);
    expect(seen.total).toBeLessThan((await facets({})).total);
  });

  it('count the register of another day', async () => {
    const counted = await api.http<Facets & { asOf: { day: string } }>(
      'GET',
      '/commitments/facets?asOf=2024-05-01',
    );
    expect(counted.body.asOf.day).toBe('2024-05-01');
    expect(counted.body.total).toBe((await list({ asOf: '2024-05-01' })).total);
  });
});
