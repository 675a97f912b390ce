import { SearchImpossible } from '@app/agreements';
import { type Staff, bringIn, signInStaff } from '../../support/agreements';
import { fictionalDocument } from '../../support/legal-life';
import { type RealRegister, startRealRegister } from '../../support/real-register';

interface Listed {
  readonly items: readonly {
    readonly query: string;
    readonly severity: string;
    readonly sentence: string;
    readonly agreement: { readonly id: string };
    readonly detail: string;
    readonly age: number;
    readonly resolvedOn: string | null;
  }[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly counts: {
    readonly open: number;
    readonly oldestAge: number | null;
    readonly queries: readonly { readonly query: string; readonly sentence: string; readonly open: number }[];
  };
  readonly lastRun: { readonly ranOn: string; readonly failed: readonly object[] } | null;
}

const PATIENCE = 120_000;

describe('findings of the real register', () => {
  let register: RealRegister;
  let staff: Staff;
  let broughtIn: string;

  beforeAll(async () => {
    register = await startRealRegister();
    staff = await signInStaff(register.api);
    const document = fictionalDocument({
      legalState: 'in_force',
      signing: { dateAbsence: 'not_published' },
      partiesAbsence: 'not_stated',
      signatoriesAbsence: 'not_published',
    });
    ({ id: broughtIn } = await bringIn(staff, document));
  }, PATIENCE);
  afterAll(() => register.api.close());

  const search = () => register.api.app.get(SearchImpossible, { strict: false }).execute();
  const list = async (query = '') => (await staff.admin.http<Listed>('GET', `/findings?${query}`)).body;

  it('is asked for before the first night', async () => {
    expect(await list()).toMatchObject({ items: [], counts: { open: 0, oldestAge: null }, lastRun: null });
  });

  it('are none: what the papers do not give and say so is a badge, and so is an answered gap', async () => {
    const { found, failed } = await search();
    expect(failed).toEqual({});
    expect(Object.entries(found).filter(([, count]) => count > 0)).toEqual([]);
    const { counts, lastRun } = await list();
    expect(lastRun).toMatchObject({ ranOn: '2026-11-23', failed: [] });
    expect(counts.queries.length).toBeGreaterThan(30);
    for (const { query, sentence } of counts.queries) expect(sentence).not.toBe(query);
  });

  it('are shown with a sentence, by state, query and agreement, and with counts', async () => {
    const ids = [broughtIn, register.idOf('MA-2025-001')];
    await register.api.dataSource.query(
      `UPDATE agreement SET signatories_absence = NULL, parties_absence = NULL WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    await register.api.dataSource.query('DELETE FROM signatory WHERE agreement_id = ANY ($1::uuid[])', [ids]);
    await register.api.dataSource.query('DELETE FROM finding_run');
    await search();

    const all = await list('state=open&query=signed_without_signatory&limit=1');
    expect(all.total).toBe(2);
    const next = await list(`state=open&query=signed_without_signatory&limit=1&cursor=${all.nextCursor}`);
    expect([...all.items, ...next.items].map(({ agreement }) => agreement.id).sort()).toEqual(ids.sort());
    const own = await list(`agreement=${broughtIn}`);
    expect(own.items.map(({ query }) => query).sort()).toEqual([
      'signed_without_party',
      'signed_without_signatory',
    ]);
    expect(own.items[0]).toMatchObject({
      severity: 'impossible',
      age: 0,
      detail: 'in_force',
      resolvedOn: null,
    });
    expect(own.counts).toMatchObject({ open: 2, oldestAge: 0 });
    expect((await list('state=resolved')).items).toEqual([]);
    const arabic = await staff.admin.http<Listed>('GET', `/findings?agreement=${broughtIn}`, {
      headers: { 'accept-language': 'ar' },
    });
    expect(arabic.body.items[0]?.sentence).toMatch(/[؀-ۿ]/);
  });

  it('are for those who administer and audit', async () => {
    expect((await staff.auditor.http('GET', '/findings')).status).toBe(200);
    for (const who of [staff.officer, staff.verifier, staff.legal, staff.director]) {
      expect((await who.http('GET', '/findings')).status).toBe(403);
    }
    expect((await staff.admin.http('GET', '/findings?query=nonsense')).status).toBe(400);
  });
});
