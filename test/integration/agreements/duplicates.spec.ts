import { FindDuplicates } from '@app/agreements';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import type { TestApi } from '../../support/application';
import { type RealRegister, startRealRegister } from '../../support/real-register';

interface Duplicate {
  readonly agreementA: { readonly id: string };
  readonly agreementB: { readonly id: string };
  readonly score: number;
  readonly reasons: readonly { readonly code: string; readonly names: object }[];
  readonly state: string;
  readonly decision: {
    readonly id: string;
    readonly decision: string;
    readonly linkId: string | null;
  } | null;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

interface Listed {
  readonly items: readonly Duplicate[];
  readonly total: number;
  readonly nextCursor: string | null;
}

describe('likely duplicates', () => {
  let register: RealRegister;
  let api: TestApi;
  let officer: SignedInAccount;
  let verifier: SignedInAccount;
  let references: Map<string, string>;

  beforeAll(async () => {
    register = await startRealRegister();
    api = register.api;
    officer = await signInAs(api, { grants: [countryWide('officer')] });
    verifier = await signInAs(api, { grants: [countryWide('verifier')] });
    const rows = await api.dataSource.query<{ id: string; published_reference: string }[]>(
      'SELECT id, published_reference FROM agreement',
    );
    references = new Map(rows.map((row) => [row.id, row.published_reference]));
    expect(await api.app.get(FindDuplicates).compareNew()).toBe(28);
    expect(await api.app.get(FindDuplicates).compareNew()).toBe(0);
  }, 120_000);
  afterAll(() => api.close());

  const list = async (query = '') =>
    (await officer.http<Listed>('GET', `/duplicates?limit=100${query}`)).body;
  const pairOf = ({ agreementA, agreementB }: Duplicate) =>
    [agreementA.id, agreementB.id].map((id) => references.get(id)).sort();
  const decide = (who: SignedInAccount, body: object) =>
    who.http<Duplicate>('POST', '/duplicates/decisions', { body: { reason: 'Read both papers', ...body } });
  const between = (one: string, other: string) => ({
    agreementA: register.idOf(one),
    agreementB: register.idOf(other),
  });
  const linksOf = (one: string, other: string) =>
    api.dataSource.query<{ id: string; kind: string; withdrawn_on: string | null }[]>(
      `SELECT id, kind, withdrawn_on FROM agreement_link WHERE from_agreement_id = $1 AND to_agreement_id = $2 ORDER BY id`,
      [register.idOf(one), register.idOf(other)],
    );

  it('of the real register are few, with reasons, and what is linked is none', async () => {
    const { items, total } = await list();
    expect(total).toBe(1);
    expect(items.map(pairOf)).toEqual([['MA-2026-002', 'MA-2026-003']]);
    expect(items[0]).toMatchObject({
      score: 60,
      state: 'open',
      decision: null,
      reasons: ['same_organisation', 'same_authority', 'same_event', 'near_dates'].map((code) => ({
        code,
        names: { ar: expect.any(String) as string, fr: expect.any(String) as string },
      })),
    });
    await api.dataSource.query(
      `UPDATE agreement_link SET withdrawn_by = 'system:test', withdrawn_on = recorded_on, withdrawal_reason = 'over'`,
    );
    expect((await list()).items.map(pairOf)).toContainEqual(['MA-2025-008', 'MA-2026-002']);
  });

  it('of one agreement are looked for when they are asked for', async () => {
    const path = `/agreements/${register.idOf('MA-2025-008')}/duplicates`;
    const { items } = (await officer.http<Listed>('GET', path)).body;
    expect(items.map(pairOf)).toEqual([['MA-2025-008', 'MA-2026-002']]);
    expect((await officer.http('GET', `/agreements/${officer.accountId}/duplicates`)).status).toBe(404);
  });

  it('are found when a paper was recorded twice, also under another name of the firm', async () => {
    await api.dataSource.query(
      `UPDATE agreement SET title_fr = 'Extension d''Arrow ECS', title_en = a.title_en, version_number = agreement.version_number
         FROM agreement a WHERE a.id = $2 AND agreement.id = $1`,
      [register.idOf('MA-2025-003'), register.idOf('MA-2025-002')],
    );
    const path = `/agreements/${register.idOf('MA-2025-003')}/duplicates`;
    const [first] = (await officer.http<Listed>('GET', path)).body.items;
    expect(first && pairOf(first)).toEqual(['MA-2025-002', 'MA-2025-003']);
    expect(first?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['same_title', 'same_event', 'near_dates']),
    );
  });

  it('are decided by a person: one and the same are linked, so that totals count once', async () => {
    const same = await decide(verifier, { ...between('MA-2025-001', 'MA-2025-002'), decision: 'same' });
    expect(same.status).toBe(200);
    const links = await linksOf('MA-2025-001', 'MA-2025-002');
    expect(links).toMatchObject([{ kind: 'same_project', withdrawn_on: null }]);
    expect(same.body).toMatchObject({
      state: 'decided',
      decision: { decision: 'same', linkId: links[0]?.id, reason: 'Read both papers' },
    });
    const summary = await officer.http<{ countedElsewhere: { decidedBy: { id: string }[] }[] }>(
      'GET',
      '/summary',
    );
    expect(summary.body.countedElsewhere.flatMap(({ decidedBy }) => decidedBy.map(({ id }) => id))).toContain(
      links[0]?.id,
    );
    expect((await list('&state=decided')).items.map(pairOf)).toEqual([['MA-2025-001', 'MA-2025-002']]);
    const path = `/agreements/${register.idOf('MA-2025-002')}/duplicates`;
    const { items } = (await officer.http<Listed>('GET', path)).body;
    expect(items.find(({ decision }) => decision)).toMatchObject({ decision: { decision: 'same' } });
  });

  it('are decided again by naming the decision before, which stays on record', async () => {
    const pair = between('MA-2025-002', 'MA-2025-001');
    const again = await decide(officer, { ...pair, decision: 'different' });
    expect([again.status, again.body.code]).toEqual([409, 'already_decided']);
    const [found] = (await list('&state=decided')).items;
    const different = await decide(officer, {
      ...pair,
      decision: 'different',
      replaces: found?.decision?.id,
    });
    expect(different.body.decision).toMatchObject({ decision: 'different', linkId: null });
    expect(await linksOf('MA-2025-001', 'MA-2025-002')).toMatchObject([{ withdrawn_on: '2026-11-23' }]);
    const linked = await decide(officer, {
      ...{ ...pair, decision: 'linked', linkKind: 'continued_by' },
      replaces: different.body.decision?.id,
    });
    expect(await linksOf('MA-2025-002', 'MA-2025-001')).toMatchObject([
      { id: linked.body.decision?.linkId, kind: 'continued_by', withdrawn_on: null },
    ]);
    const rows = await api.dataSource.query<{ ended_as: string | null }[]>(
      'SELECT ended_as FROM duplicate_decision ORDER BY decided_at',
    );
    expect(rows.map(({ ended_as }) => ended_as)).toEqual(['superseded', 'superseded', null]);
    await expect(api.dataSource.query('DELETE FROM duplicate_decision')).rejects.toThrow(/permission denied/);
  });

  it('are decided by one of many who do so at once, in whichever order they name the two', async () => {
    const [one, other] = ['MA-2026-002', 'MA-2026-003'];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        decide(index % 2 ? officer : verifier, {
          ...(index % 3 ? between(one, other) : between(other, one)),
          decision: index % 4 ? 'same' : 'different',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(409)]);
    expect((await list()).items.map(pairOf)).not.toContainEqual([one, other]);
  });

  it('are two agreements that exist, linked in a way that is named', async () => {
    const errors = async (body: object) => (await decide(officer, body)).body.errors ?? [];
    const pair = between('MA-2022-001', 'MA-2022-002');
    expect(await errors({ ...pair, agreementB: pair.agreementA, decision: 'same' })).toMatchObject([
      { field: 'agreementB', code: 'link_to_itself' },
    ]);
    expect(await errors({ ...pair, agreementB: officer.accountId, decision: 'same' })).toMatchObject([
      { field: 'agreementB', code: 'unknown_reference' },
    ]);
    expect(await errors({ ...pair, decision: 'linked' })).toMatchObject([
      { field: 'linkKind', code: 'required' },
    ]);
    expect(await errors({ ...pair, decision: 'same', linkKind: 'continued_by' })).toMatchObject([
      { field: 'linkKind', code: 'link_kind_of_linked' },
    ]);
  });

  it('are for staff, and decided where one of the two lies', async () => {
    const there = await signInAs(api, {
      grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-02'] } }],
    });
    const away = await decide(there, { ...between('MA-2022-001', 'MA-2022-002'), decision: 'different' });
    expect([away.status, away.body.code]).toEqual([403, 'outside_scope']);
    const near = await decide(there, { ...between('MA-2022-001', 'MA-2025-003'), decision: 'different' });
    expect(near.status).toBe(200);
    const [{ id: organisationId }] = await api.dataSource.query<[{ id: string }]>(
      'SELECT id FROM organisation LIMIT 1',
    );
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });
    for (const path of ['/duplicates', `/agreements/${register.idOf('MA-2025-001')}/duplicates`]) {
      expect((await investor.http('GET', path)).status).toBe(403);
    }
  });

  it('are compared once more when a version is new or a party goes by another name', async () => {
    const compare = () => api.app.get(FindDuplicates).compareNew();
    expect(await compare()).toBe(0);
    await api.dataSource.query('UPDATE agreement_comparison SET version_number = 7 WHERE agreement_id = $1', [
      register.idOf('MA-2025-001'),
    ]);
    expect(await compare()).toBe(1);
    const [{ id }] = await api.dataSource.query<[{ id: string }]>(
      `SELECT id FROM organisation WHERE name_fr = 'EIDS Maroc'`,
    );
    await api.dataSource.query(
      `UPDATE organisation SET name_fr = 'IDS Maroc', name_en = NULL WHERE id = $1`,
      [id],
    );
    await api.dataSource.transaction((tx) => api.app.get(FindDuplicates).compareAgain(tx, id));
    const contradictions = async () =>
      (await officer.http<{ total: number }>('GET', '/contradictions?field=name')).body.total;
    expect(await contradictions()).toBe(2);
    expect(await compare()).toBe(1);
    expect(await contradictions()).toBe(1);
  });
});
