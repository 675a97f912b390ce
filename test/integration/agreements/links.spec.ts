import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import type { TestApi } from '../../support/application';
import { type RealRegister, startRealRegister } from '../../support/real-register';

interface Chain {
  readonly instruments: readonly { readonly id: string }[];
  readonly links: readonly {
    readonly id: string;
    readonly kind: string;
    readonly fromAgreementId: string;
    readonly toAgreementId: string;
    readonly note: string | null;
    readonly recordedBy: string | null;
    readonly recordedOn: string | null;
  }[];
  readonly promises: readonly {
    readonly id: string;
    readonly kind: string;
    readonly fromCommitmentId: string;
  }[];
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

interface Summary {
  readonly promised: {
    readonly firm: readonly {
      readonly kind: string;
      readonly axes: { readonly unit: string; readonly basis: string; readonly stability: string };
      readonly total: number | null;
    }[];
  };
  readonly countedElsewhere: readonly {
    readonly commitmentId: string;
    readonly countedIn: { readonly id: string };
    readonly countedCommitmentId: string | null;
    readonly decidedBy: readonly { readonly id: string; readonly between: string; readonly kind: string }[];
  }[];
}

describe('linked instruments', () => {
  let register: RealRegister;
  let api: TestApi;
  let officer: SignedInAccount;

  beforeAll(async () => {
    register = await startRealRegister();
    api = register.api;
    officer = await signInAs(api, { grants: [countryWide('officer')] });
  }, 120_000);
  afterAll(() => api.close());
  // Links are withdrawn, not removed: what one test linked no other finds.
  afterEach(() =>
    Promise.all(
      ['agreement_link', 'promise_link'].map((table) =>
        api.dataSource.query(
          `UPDATE ${table} SET withdrawn_by = 'system:test', withdrawn_on = recorded_on, withdrawal_reason = 'over'
            WHERE withdrawn_on IS NULL AND recorded_by LIKE 'account:%'`,
        ),
      ),
    ),
  );

  const chainOf = async (reference: string, who = officer) =>
    (await who.http<Chain>('GET', `/agreements/${register.idOf(reference)}/chain`)).body;
  const link = (from: string, to: string, kind: string, who = officer) =>
    who.http<Chain>('POST', `/agreements/${register.idOf(from)}/links`, {
      body: { toAgreementId: register.idOf(to), kind, reason: `${to} says so` },
    });
  const linkPromises = async (from: string, to: string, kind: string, who = officer) => {
    const [commitment] = await register.commitmentsOf(from);
    const [other] = await register.commitmentsOf(to);
    return who.http<Chain>('POST', `/agreements/${register.idOf(from)}/promise-links`, {
      body: { commitmentId: commitment?.id, otherCommitmentId: other?.id, kind, reason: 'The same jobs' },
    });
  };
  const summary = async (who = officer) => (await who.http<Summary>('GET', '/summary')).body;
  /** Firm, direct, new jobs whose stability no paper states. */
  const jobs = ({ promised }: Summary) =>
    promised.firm.find(
      ({ kind, axes }) => kind === 'jobs' && axes.basis === 'new' && axes.stability === 'not_stated',
    )?.total;

  it('of the real register stand in a chain, and who recorded them is known', async () => {
    const chain = await chainOf('MA-2024-005');
    expect(chain.instruments.map(({ id }) => id)).toEqual(['MA-2023-006', 'MA-2024-005'].map(register.idOf));
    expect(chain.links).toMatchObject([
      {
        kind: 'continued_by',
        fromAgreementId: register.idOf('MA-2023-006'),
        recordedBy: 'system:first-content',
        recordedOn: '2026-11-23',
      },
    ]);
    expect((await chainOf('MA-2025-008')).links).toMatchObject([{ kind: 'same_project' }]);
  });

  it('stand in the order in which one follows from the other, whatever was signed when', async () => {
    await link('MA-2025-002', 'MA-2025-001', 'continued_by');
    const linked = await link('MA-2025-001', 'MA-2022-001', 'superseded_by');
    expect(linked.status).toBe(201);
    await link('MA-2025-003', 'MA-2025-002', 'same_project');
    const { instruments, links } = await chainOf('MA-2022-001');
    const order = instruments.map(({ id }) => id);
    expect(order).toHaveLength(4);
    expect(order.indexOf(register.idOf('MA-2025-002'))).toBeLessThan(
      order.indexOf(register.idOf('MA-2025-001')),
    );
    expect(order.indexOf(register.idOf('MA-2025-001'))).toBeLessThan(
      order.indexOf(register.idOf('MA-2022-001')),
    );
    expect(links).toHaveLength(3);
    expect(links[0]).toMatchObject({
      note: 'MA-2025-001 says so',
      recordedBy: `account:${officer.accountId}`,
    });
  });

  it('make no circle and lead to no other than agreements, once', async () => {
    await link('MA-2025-001', 'MA-2025-002', 'continued_by');
    await link('MA-2025-002', 'MA-2025-003', 'implemented_by');
    const circle = await link('MA-2025-003', 'MA-2025-001', 'superseded_by');
    expect([circle.status, circle.body.code]).toEqual([409, 'link_makes_circle']);
    const again = await link('MA-2025-001', 'MA-2025-002', 'continued_by');
    expect([again.status, again.body.code]).toEqual([409, 'already_recorded']);
    const itself = await link('MA-2025-001', 'MA-2025-001', 'same_project');
    expect(itself.body.errors).toMatchObject([{ field: 'toAgreementId', code: 'link_to_itself' }]);
    const drafted = await officer.http<{ id: string }>('POST', '/agreements', {
      body: { title: { en: 'Fictional' } },
    });
    for (const toAgreementId of [officer.accountId, drafted.body.id]) {
      const nowhere = await officer.http<Chain>('POST', `/agreements/${register.idOf('MA-2025-001')}/links`, {
        body: { toAgreementId, kind: 'same_project', reason: 'none' },
      });
      expect(nowhere.body.errors).toMatchObject([{ field: 'toAgreementId', code: 'unknown_reference' }]);
    }
    // What speaks of the same thing says nothing of an order.
    expect((await link('MA-2025-003', 'MA-2025-001', 'same_project')).status).toBe(201);
    await expect(
      api.dataSource.query(
        `INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind)
         VALUES (gen_random_uuid(), $1, $2, 'continued_by')`,
        ['MA-2025-003', 'MA-2025-001'].map(register.idOf),
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'agreement_link_circle' } });
  });

  it('recorded by many at once make no circle either', async () => {
    const ring = ['MA-2025-001', 'MA-2025-002', 'MA-2025-003', 'MA-2022-001'];
    const answers = await Promise.all(
      ring.map((from, index) => link(from, ring[(index + 1) % ring.length] ?? '', 'continued_by')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
  });

  it('count once, say which link decided, and count apart when the link is withdrawn', async () => {
    const before = jobs(await summary());
    const { body } = await link('MA-2025-001', 'MA-2025-002', 'superseded_by');
    const linked = await summary();
    expect(jobs(linked)).toBe((before ?? 0) - 150);
    const [commitment] = await register.commitmentsOf('MA-2025-001');
    const counted = linked.countedElsewhere.find(({ commitmentId }) => commitmentId === commitment?.id);
    const linkId = body.links[0]?.id;
    expect(counted).toMatchObject({
      countedIn: { id: register.idOf('MA-2025-002') },
      countedCommitmentId: null,
      decidedBy: [{ id: linkId, between: 'agreements', kind: 'superseded_by' }],
    });
    const path = `/agreements/${register.idOf('MA-2025-002')}/links/${linkId}/withdrawal`;
    const withdrawn = await officer.http<Chain>('POST', path, { body: { reason: 'Two centres' } });
    expect([withdrawn.status, withdrawn.body.links]).toEqual([200, []]);
    expect(jobs(await summary())).toBe(before);
    const again = await officer.http<Chain>('POST', path, { body: { reason: 'Once more' } });
    expect([again.status, again.body.code]).toEqual([409, 'already_withdrawn']);
    const [row] = await api.dataSource.query<object[]>('SELECT * FROM agreement_link WHERE id = $1', [
      linkId,
    ]);
    expect(row).toMatchObject({
      withdrawn_by: `account:${officer.accountId}`,
      withdrawal_reason: 'Two centres',
    });
    expect((await link('MA-2025-001', 'MA-2025-002', 'superseded_by')).status).toBe(201);
    await expect(api.dataSource.query('DELETE FROM agreement_link')).rejects.toThrow(/permission denied/);
  });

  it('may be promises: one counts and the others of the two instruments stay', async () => {
    const before = await summary();
    const { body, status } = await linkPromises('MA-2025-001', 'MA-2025-002', 'same_promise');
    expect(status).toBe(201);
    const linked = await summary();
    expect(jobs(linked)).toBe((jobs(before) ?? 0) - 150);
    const [commitment] = await register.commitmentsOf('MA-2025-001');
    const [other] = await register.commitmentsOf('MA-2025-002');
    expect(linked.countedElsewhere.find(({ commitmentId }) => commitmentId === commitment?.id)).toMatchObject(
      {
        countedCommitmentId: other?.id,
        decidedBy: [{ id: body.promises[0]?.id, between: 'promises', kind: 'same_promise' }],
      },
    );
    const again = await linkPromises('MA-2025-002', 'MA-2025-001', 'part_of');
    expect([again.status, again.body.code]).toEqual([409, 'already_recorded']);
    await officer.http(
      'POST',
      `/agreements/${register.idOf('MA-2025-001')}/promise-links/${body.promises[0]?.id}/withdrawal`,
      { body: { reason: 'Other jobs' } },
    );
    expect(await summary()).toEqual(before);
  });

  it('may be parts of a programme or of a site, which stand beside them', async () => {
    const before = await summary();
    expect((await linkPromises('MA-2025-001', 'MA-2024-001', 'part_of')).status).toBe(201);
    expect((await linkPromises('MA-2025-003', 'MA-2025-001', 'part_of')).status).toBe(201);
    const circle = await linkPromises('MA-2024-001', 'MA-2025-003', 'part_of');
    expect([circle.status, circle.body.code]).toEqual([409, 'link_makes_circle']);
    // The part of a firm promise counts in the whole; what is part of a programme stands beside it.
    expect(jobs(await summary())).toBe((jobs(before) ?? 0) - 200);
  });

  it('are of two instruments, and of promises that exist', async () => {
    const [one, other] = await register.commitmentsOf('MA-2016-001');
    const post = (body: object) =>
      officer.http<Chain>('POST', `/agreements/${register.idOf('MA-2016-001')}/promise-links`, {
        body: { commitmentId: one?.id, otherCommitmentId: other?.id, kind: 'part_of', reason: 'x', ...body },
      });
    expect((await post({})).body.errors).toMatchObject([{ code: 'promise_of_same_agreement' }]);
    expect((await post({ commitmentId: officer.accountId })).body.errors).toMatchObject([
      { field: 'commitmentId' },
    ]);
    expect((await post({ otherCommitmentId: officer.accountId })).body.errors).toMatchObject([
      { field: 'otherCommitmentId', code: 'unknown_reference' },
    ]);
  });

  it('are recorded by officers, where the agreement lies', async () => {
    const there = await signInAs(api, {
      grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['MA-02'] } }],
    });
    const elsewhere = await link('MA-2025-001', 'MA-2025-003', 'same_project', there);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'outside_scope']);
    expect((await link('MA-2025-003', 'MA-2025-001', 'same_project', there)).status).toBe(201);
    expect((await linkPromises('MA-2025-003', 'MA-2025-001', 'part_of', there)).status).toBe(201);
    const verifier = await signInAs(api, { grants: [countryWide('verifier')] });
    expect((await link('MA-2025-003', 'MA-2025-002', 'same_project', verifier)).status).toBe(403);
  });

  it('end, for an investor, where an instrument is not theirs to see', async () => {
    await link('MA-2025-001', 'MA-2025-002', 'continued_by');
    await link('MA-2025-002', 'MA-2025-003', 'continued_by');
    await linkPromises('MA-2025-001', 'MA-2025-003', 'same_promise');
    const { dataSource } = api;
    const [{ id: organisationId }] = await dataSource.query<[{ id: string }]>(
      `SELECT id FROM organisation WHERE name_fr = 'EIDS Maroc'`,
    );
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });
    const seen = await chainOf('MA-2025-001', investor);
    expect([seen.instruments.length, seen.promises.length]).toEqual([3, 1]);
    expect(seen.links).toMatchObject([{ recordedBy: null, note: null }, {}]);
    expect((await summary(investor)).countedElsewhere.length).toBeGreaterThan(0);
    const publish = (published: boolean) =>
      dataSource.query('UPDATE agreement SET published = $2 WHERE id = $1', [
        register.idOf('MA-2025-002'),
        published,
      ]);
    await publish(false);
    const less = await chainOf('MA-2025-001', investor);
    expect(less.instruments.map(({ id }) => id)).toEqual([register.idOf('MA-2025-001')]);
    expect(less.links).toEqual([]);
    const hidden = `/agreements/${register.idOf('MA-2025-002')}/chain`;
    expect((await investor.http('GET', hidden)).status).toBe(404);
    await publish(true);
  });
});
