import { Clock } from '@app/kernel';
import { signInAs } from '../../support/accounts';
import { amend, change, openDraft, saveDraft } from '../../support/agreements';
import { FrozenClock } from '../../support/use-cases';
import { MergeDesk, merge, separate } from '../../support/merges';

jest.setTimeout(120_000);

describe('two records of one organisation', () => {
  let desk: MergeDesk;
  let goneId: string;
  let keptId: string;
  let agreement: string;
  let n: number;

  beforeAll(async () => {
    desk = await MergeDesk.open();
  });
  afterAll(() => desk.api.close());
  beforeEach(async () => {
    ({ goneId, keptId, agreement, n } = await desk.pair());
  });

  const mergeThem = (extra: object = {}) =>
    merge(desk.staff.officer, ['organisations', goneId, keptId], extra);
  const partiesOf = async (id: string, asOf = '') => {
    const { body } = await desk.staff.officer.http<{ document: { parties: { organisationId: string }[] } }>(
      'GET',
      `/agreements/${id}${asOf}`,
    );
    return body.document.parties.map(({ organisationId }) => organisationId);
  };
  /** Everything that a merge touches, as it stands in the tables. */
  const everything = async () => {
    const [row] = await desk.api.dataSource.query<[object]>(
      `SELECT (SELECT jsonb_agg(to_jsonb(o) - 'revision' - 'search_source' - 'search' ORDER BY id) FROM organisation o) AS organisations,
              (SELECT jsonb_agg(v ORDER BY organisation_id, name) FROM organisation_variant v) AS variants,
              (SELECT jsonb_agg(v ORDER BY id) FROM personal_value v) AS values,
              (SELECT jsonb_agg(p ORDER BY id) FROM party p) AS parties,
              (SELECT jsonb_agg(g ORDER BY id) FROM role_grant g WHERE organisation_id IS NOT NULL) AS grants,
              (SELECT jsonb_agg(v ORDER BY agreement_id, number) FROM agreement_version v) AS versions`,
    );
    return row;
  };

  it('are previewed: what moves, what unites, what contradicts', async () => {
    await desk.api.dataSource.query(`UPDATE organisation SET country = 'FR' WHERE id = $1`, [keptId]);
    const both = await desk.logged(goneId, {
      parties: [
        { id: 'p1', role: 'investor', organisationId: goneId },
        { id: 'p2', role: 'operator', organisationId: keptId },
      ],
    });
    const before = await everything();
    const { status, body } = await desk.staff.officer.http(
      'GET',
      `/organisations/${goneId}/merge-preview?into=${keptId}`,
    );
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        gone: { id: goneId },
        kept: { id: keptId },
        contradictions: [{ field: 'country', gone: 'MA', kept: 'FR' }],
        takenOver: [
          { field: 'names.ar', value: `زليج ${n}` },
          { field: 'names.fr', value: `Ateliers Zellige ${n}` },
        ],
        namesUnited: [`Ateliers Zellige ${n}`, `Zellige SA ${n}`, `زليج ${n}`],
        effects: [
          { what: 'agreements', count: 2 },
          { what: 'parties', count: 2 },
          { what: 'versions', count: 2 },
          { what: 'contacts', count: 2 },
        ],
        agreements: [
          { id: both, namesBoth: true },
          { id: agreement, namesBoth: false },
        ],
        hindrances: [],
      },
    });
    expect(await everything()).toEqual(before);
  });

  it('become one: whoever looks for the old one finds the one that stays', async () => {
    const investor = await signInAs(desk.api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId: goneId } }],
    });
    const [document] = await desk.api.dataSource.query<object[]>(
      'SELECT document, document_sha256 FROM agreement_version WHERE agreement_id = $1',
      [agreement],
    );
    expect(await mergeThem()).toMatchObject({
      status: 200,
      body: { id: goneId, mergedInto: { id: keptId } },
    });
    expect(await desk.read(goneId)).toMatchObject({
      mergedInto: { id: keptId },
      names: { fr: `Ateliers Zellige ${n}` },
    });
    expect(await desk.read(keptId)).toMatchObject({
      mergedInto: null,
      mergedFrom: [{ id: goneId, variants: [`Zellige SA ${n}`] }],
      country: 'MA',
      names: { en: `Zellige Works ${n}`, fr: `Ateliers Zellige ${n}`, ar: `زليج ${n}` },
    });
    expect((await desk.read(keptId)).reportingContacts.map(({ email }) => email).sort()).toEqual([
      `both${n}@zellige.test`,
      `gone${n}@zellige.test`,
    ]);
    for (const q of [`Zellige SA ${n}`, `زليج ${n}`, `Works ${n}`]) {
      expect(await desk.ids(`/organisations?q=${encodeURIComponent(q)}`)).toEqual([keptId]);
    }
    const likely = await desk.staff.officer.http<{ items: { id: string; reason: string }[] }>(
      'POST',
      '/organisations/likely',
      { body: { names: [`Zellige SA ${n}`] } },
    );
    expect(likely.body.items[0]).toMatchObject({ id: keptId, reason: 'same_name' });
    expect(likely.body.items.map(({ id }) => id)).not.toContain(goneId);
    // The agreement, its promises, its filters by either id; the document keeps what it said.
    expect(await partiesOf(agreement)).toEqual([keptId]);
    for (const asked of [keptId, goneId]) {
      expect(await desk.ids(`/agreements?organisation=${asked}`)).toEqual([agreement]);
      expect(await desk.ids(`/commitments?organisation=${asked}`)).not.toEqual([]);
      const { body } = await desk.staff.officer.http<{ agreements: number }>(
        'GET',
        `/summary?organisation=${asked}`,
      );
      expect(body).toEqual((await desk.staff.officer.http('GET', `/summary?organisation=${keptId}`)).body);
    }
    expect(
      await desk.api.dataSource.query(
        'SELECT document, document_sha256 FROM agreement_version WHERE agreement_id = $1',
        [agreement],
      ),
    ).toEqual([document]);
    // Whoever acted for it acts for the one that stays, under both addresses.
    expect(await desk.ids('/agreements', investor)).toEqual([agreement]);
    expect(await desk.read(goneId, investor)).toMatchObject({ mergedInto: { id: keptId } });
    expect((await desk.read(keptId, investor)).reportingContacts).toHaveLength(2);
    expect(await partiesOf(agreement)).toEqual([keptId]);
    const kept = await desk.staff.officer.http('GET', `/organisations/${keptId}/history`);
    expect(JSON.stringify(kept.body)).toContain('organisation.took_in');
    const outbox = await desk.api.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM outbox WHERE job = 'organisations.renamed' AND payload ->> 'organisationId' = $1`,
      [keptId],
    );
    expect(outbox).toHaveLength(1);
  });

  it('are two again, exactly as they were', async () => {
    await signInAs(desk.api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId: goneId } }],
    });
    const own = await desk.logged(keptId);
    const before = await everything();
    await mergeThem();
    expect(await everything()).not.toEqual(before);
    expect(await separate(desk.staff.officer, 'organisations', goneId)).toMatchObject({
      status: 200,
      body: { id: goneId, mergedInto: null },
    });
    expect(await everything()).toEqual(before);
    expect(await desk.read(keptId)).toMatchObject({ mergedFrom: [], country: null });
    expect(await desk.ids(`/organisations?q=${encodeURIComponent(`Zellige SA ${n}`)}`)).toEqual([goneId]);
    expect([await partiesOf(agreement), await partiesOf(own)]).toEqual([[goneId], [keptId]]);
    const [fact] = await desk.api.dataSource.query<[object]>(
      'SELECT * FROM organisation_merge WHERE gone_id = $1',
      [goneId],
    );
    expect(fact).toMatchObject({
      kept_id: keptId,
      reason: 'the same in the papers',
      separation_reason: 'they are two after all',
    });
    expect(await separate(desk.staff.officer, 'organisations', goneId)).toMatchObject({
      status: 409,
      body: { code: 'record_not_merged' },
    });
  });

  it('come apart for versions and drafts that were written meanwhile', async () => {
    const named = await desk.logged(keptId);
    expect((await openDraft(desk.staff.officer, named, 'clerical')).status).toBe(201);
    await mergeThem();
    const retitled = (title: string) => (document: Record<string, unknown>) => ({
      ...document,
      title: { en: title },
    });
    await change(desk.staff, agreement, 'clerical', retitled('Renamed meanwhile'));
    const [written] = await desk.api.dataSource.query<{ id: string }[]>(
      `SELECT document -> 'parties' -> 0 ->> 'organisationId' AS id FROM agreement_version
        WHERE agreement_id = $1 AND state = 'current'`,
      [agreement],
    );
    expect(written?.id).toBe(goneId);
    expect(await partiesOf(agreement)).toEqual([keptId]);
    const compared = await desk.staff.officer.http<{ differences: { path: string }[] }>(
      'GET',
      `/agreements/${agreement}/versions/2/diff?against=1`,
    );
    expect(compared.status).toBe(200);
    expect(compared.body.differences.map(({ path }) => path)).toEqual(['title.en']);
    // What somebody writes with the id of the one that went is read as the one that stays.
    const fresh = await desk.logged(goneId);
    expect(await partiesOf(fresh)).toEqual([keptId]);
    const draft = await desk.staff.officer.http<{ document: { parties: object[] } }>(
      'GET',
      `/agreements/${named}/draft`,
    );
    expect(
      await saveDraft(desk.staff.officer, named, {
        ...draft.body.document,
        parties: [{ ...draft.body.document.parties[0], organisationId: goneId }],
      }),
    ).toMatchObject({ status: 200 });
    await separate(desk.staff.officer, 'organisations', goneId);
    expect([await partiesOf(agreement), await partiesOf(fresh), await partiesOf(named)]).toEqual([
      [goneId],
      [goneId],
      [keptId],
    ]);
    const [{ projected }] = await desk.api.dataSource.query<[{ projected: string }]>(
      'SELECT organisation_id AS projected FROM party WHERE agreement_id = $1',
      [agreement],
    );
    expect(projected).toBe(goneId);
  });

  it('are one in the past too, in versions that were replaced since', async () => {
    const clock = new FrozenClock('2026-01-05T09:00:00Z');
    const now = jest.spyOn(desk.api.app.get(Clock), 'now').mockImplementation(() => clock.now());
    const source = await desk.staff.officer.http<{ id: string }>('POST', '/sources', {
      body: { url: `https://paper.test/merges/${n}` },
    });
    const signing = { date: { stated: '2025-04-15' } };
    const early = await desk.logged(goneId, { legalState: 'signed', signing });
    clock.setTo('2026-02-05T09:00:00Z');
    await amend(desk.staff, early, source.body.id, (document: Record<string, unknown>) => ({
      ...document,
      parties: [{ id: 'p1', role: 'investor', described: { en: 'somebody else' } }],
    }));
    const then = 'asOf=2026-01-20';
    const unfolded = async () => [
      await partiesOf(early, `?${then}`),
      await desk.ids(`/agreements?organisation=${goneId}&${then}`),
      await desk.ids(`/agreements?organisation=${keptId}&${then}`),
      await desk.ids(`/agreements?q=${encodeURIComponent(`Works ${n}`)}&${then}`),
    ];
    expect(await unfolded()).toEqual([[goneId], [early], [], []]);
    await mergeThem();
    expect(await unfolded()).toEqual([[keptId], [early], [early], [early]]);
    expect(await desk.ids(`/agreements?organisation=${keptId}`)).toEqual([agreement]);
    await separate(desk.staff.officer, 'organisations', goneId);
    expect(await unfolded()).toEqual([[goneId], [early], [], []]);
    now.mockRestore();
  });

  it('are merged further and separated in order', async () => {
    const third = await desk.record({ names: { en: `Third ${n}` } });
    await mergeThem();
    expect(await merge(desk.staff.officer, ['organisations', keptId, third])).toMatchObject({ status: 200 });
    expect([(await desk.read(goneId)).mergedInto?.id, (await desk.read(keptId)).mergedInto?.id]).toEqual([
      third,
      third,
    ]);
    expect((await desk.read(third)).mergedFrom.map(({ id }) => id)).toEqual([goneId, keptId]);
    expect(await partiesOf(agreement)).toEqual([third]);
    expect(await desk.ids(`/organisations?q=${encodeURIComponent(`Zellige SA ${n}`)}`)).toEqual([third]);
    expect(await separate(desk.staff.officer, 'organisations', goneId)).toMatchObject({
      status: 409,
      body: { code: 'merged_further' },
    });
    expect(await separate(desk.staff.officer, 'organisations', keptId)).toMatchObject({ status: 200 });
    expect((await desk.read(goneId)).mergedInto?.id).toBe(keptId);
    expect(await partiesOf(agreement)).toEqual([keptId]);
    expect(await separate(desk.staff.officer, 'organisations', goneId)).toMatchObject({ status: 200 });
    expect(await partiesOf(agreement)).toEqual([goneId]);
  });
});
