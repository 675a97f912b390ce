import type { TestApi } from '../../support/application';
import { type RealRegister, startRealRegister } from '../../support/real-register';

interface Total {
  readonly kind: string;
  readonly total: number | null;
  readonly commitments: number;
  readonly withoutValue: number;
}

interface ZonePromises {
  readonly zone: { readonly code: string };
  readonly capacityAbsence: string | null;
  readonly promised: Record<'firm' | 'programme' | 'capacity', readonly Total[]>;
  readonly overSeveralZones: Record<'firm' | 'programme' | 'capacity', readonly Total[]>;
  readonly items: readonly { readonly id: string; readonly agreement: { readonly id: string } }[];
  readonly total: number;
}

describe('a zone and its tenants', () => {
  let register: RealRegister;
  let api: TestApi;
  let zones: Map<string, string>;

  beforeAll(async () => {
    register = await startRealRegister();
    api = register.api;
    const { body } = await api.http<{ items: { id: string; code: string }[] }>('GET', '/zones?limit=100');
    zones = new Map(body.items.map(({ id, code }) => [code, id]));
  }, 120_000);
  afterAll(() => api.close());

  const tenantsOf = async (code: string) =>
    (await api.http<ZonePromises>('GET', `/zones/${zones.get(code)}/tenants`)).body;

  it('stand side by side: what the site can hold, and what was promised there', async () => {
    const before = await tenantsOf('casablanca-tech-valley');
    expect(before.capacityAbsence).toBeNull();
    expect(before.promised.capacity).toMatchObject([{ kind: 'jobs', total: 20_000, commitments: 1 }]);
    expect(before.promised.firm).toEqual([]);
    expect(before.items.map(({ agreement }) => agreement.id).sort()).toEqual(
      ['MA-2025-008', 'MA-2025-008', 'MA-2026-002'].map(register.idOf).sort(),
    );
    await api.dataSource.query('UPDATE commitment SET zone_ids = ARRAY[$1::uuid] WHERE agreement_id = $2', [
      zones.get('casablanca-tech-valley'),
      register.idOf('MA-2025-001'),
    ]);
    const after = await tenantsOf('casablanca-tech-valley');
    expect(after.promised.capacity).toEqual(before.promised.capacity);
    expect(after.promised.firm).toMatchObject([{ kind: 'jobs', total: 150 }]);
  });

  it('say that no paper states a capacity, and keep words as words', async () => {
    const oujda = await tenantsOf('oujda-shore');
    expect([oujda.capacityAbsence, oujda.promised.capacity]).toEqual(['not_stated', []]);
    expect(oujda.promised.firm).toMatchObject([{ kind: 'jobs', total: 500 }]);
    const technopolis = await tenantsOf('technopolis');
    expect(technopolis.promised.firm).toMatchObject([
      { kind: 'jobs', total: 0, commitments: 0, withoutValue: 1 },
    ]);
    const fes = await tenantsOf('fes-shore');
    expect([fes.promised.programme.length, fes.promised.firm.length, fes.promised.capacity.length]).toEqual([
      1, 0, 0,
    ]);
  });

  it('hold no promise over several zones as their own', async () => {
    await api.dataSource.query(
      'UPDATE commitment SET zone_ids = ARRAY[$1::uuid, $2::uuid] WHERE agreement_id = $3',
      [zones.get('agadir-tech-valley'), zones.get('oujda-shore'), register.idOf('MA-2025-002')],
    );
    const agadir = await tenantsOf('agadir-tech-valley');
    expect(agadir.promised.firm).toEqual([]);
    expect(agadir.overSeveralZones.firm).toMatchObject([{ kind: 'jobs', total: 700 }]);
    expect(agadir.total).toBe(2);
  });

  it('count once what a link counts elsewhere', async () => {
    const link = {
      toAgreementId: register.idOf('MA-2025-003'),
      kind: 'superseded_by',
      reason: 'the same jobs',
    };
    await api.dataSource.query(
      `INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind, note) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [register.idOf('MA-2025-001'), link.toAgreementId, link.kind, link.reason],
    );
    expect((await tenantsOf('casablanca-tech-valley')).promised.firm).toEqual([]);
  });

  it('are of a zone that exists', async () => {
    expect((await api.http('GET', `/zones/${register.idOf('MA-2025-001')}/tenants`)).status).toBe(404);
    const { body } = await api.http<{ total: number }>(
      'GET',
      `/commitments?zone=${zones.get('technopolis')}`,
    );
    expect(body.total).toBe(1);
  });
});
