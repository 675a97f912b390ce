import { FrozenClock } from '../../support/use-cases';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import {
  type AgreementRecord,
  type Staff,
  act,
  bringIn,
  logCurrent,
  signInStaff,
} from '../../support/agreements';
import { take, write } from '../../support/legal-life';
import { type TestApi, startTestApi } from '../../support/application';
import { Clock } from '@app/kernel';
import { newId } from '@app/platform';

interface Counted {
  readonly code: string;
  readonly names: Record<string, string>;
  readonly count: number;
  readonly oldest: { readonly since: string; readonly age: number } | null;
}

interface Item {
  readonly id: string;
  readonly agreement: { readonly id: string; readonly reference: string };
  readonly draftNumber: number | null;
  readonly since: string;
  readonly age: number;
  readonly about: readonly string[];
  readonly task: string;
}

interface Page {
  readonly items: readonly Item[];
  readonly total: number;
  readonly nextCursor: string | null;
}

type Asks = Pick<SignedInAccount, 'http'>;

describe('what waits for somebody', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    await api.dataSource.query('UPDATE "position" SET holder_account_id = NULL');
    for (const code of ['XA-01', 'XA-04', 'XA-12']) {
      await api.dataSource.query('INSERT INTO region (id, code, name_en) VALUES ($1, $2, $2)', [
        newId(),
        code,
      ]);
    }
    for (const code of ['ITO', 'CRM']) {
      await api.dataSource.query('INSERT INTO sector (id, code, name_en) VALUES ($1, $2, $2)', [
        newId(),
        code,
      ]);
    }
    const source = await staff.officer.http('POST', '/sources', {
      body: { url: 'https://papers.test/one' },
    });
    sourceId = source.body.id as string;
  });
  afterAll(() => api.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** An agreement in Rabat of the IT sector, unless told otherwise. */
  const document = (change: Record<string, unknown> = {}, region = 'XA-04') => ({
    title: { en: 'A convention' },
    instrumentType: 'investment_convention',
    legalState: 'announced',
    signing: { date: { stated: '2025' } },
    sectorCodes: ['ITO'],
    parties: [{ id: 'p1', role: 'investor', described: { en: 'A company' } }],
    signatoriesAbsence: 'not_published',
    commitments: [
      {
        id: 'c1',
        kind: 'jobs',
        title: { en: 'Jobs' },
        measure: 'quantity',
        quantity: { qualifier: 'exactly', value: 200, unit: 'jobs', relation: 'direct', basis: 'new' },
        obligorPartyId: 'p1',
        deadline: { stated: '2028' },
        proofMethod: 'site_visit',
        place: { scope: 'regions', regionCodes: [region] },
      },
    ],
    citations: [{ id: 'x1', sourceId, subject: 'agreement', field: 'whole' }],
    ...change,
  });
  const listsOf = async (who: Asks) =>
    (await who.http<{ items: Counted[] }>('GET', '/work-lists')).body.items;
  const itemsOf = async (who: Asks, code: string) =>
    (await who.http<Page>('GET', `/work-lists/${code}?limit=100`)).body.items;
  const holds = async (who: Asks, code: string, id: string) =>
    (await itemsOf(who, code)).some(({ agreement }) => agreement.id === id);
  const drafted = async (body: object = document(), who: Asks = staff.officer) => {
    const answer = await who.http<AgreementRecord>('POST', '/agreements', { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };
  const submit = (id: string, who: Asks = staff.officer) =>
    act(who, id, 'submit', { acknowledgeGaps: true, reason: 'a test' });

  it('is listed for those who may act, by their roles', async () => {
    const codes = async (who: Asks) => (await listsOf(who)).map(({ code }) => code);
    const ofOfficer = await codes(staff.officer);
    expect(ofOfficer).toEqual(expect.arrayContaining(['my_drafts', 'returned', 'contradictions', 'gaps']));
    expect(ofOfficer).not.toContain('to_verify');
    expect(await codes(staff.verifier)).toEqual(expect.arrayContaining(['to_verify', 'contradictions']));
    expect(await codes(staff.director)).toEqual(expect.arrayContaining(['to_verify', 'to_approve']));
    expect(await codes(staff.admin)).toEqual(['without_owner']);
    for (const { names } of await listsOf(staff.director)) {
      expect(new Set(Object.values(names)).size).toBe(3);
    }
    const refused = await staff.verifier.http('GET', '/work-lists/my_drafts');
    const unknown = await staff.verifier.http('GET', '/work-lists/everything');
    expect([refused.status, unknown.status]).toEqual([404, 404]);
    expect((await staff.auditor.http('GET', '/work-lists')).status).toBe(403);
  });

  it('goes from the drafter to the verifier, back, again, and to the director', async () => {
    const id = await drafted();
    const where = async () => ({
      mine: await holds(staff.officer, 'my_drafts', id),
      others: await holds(staff.otherOfficer, 'my_drafts', id),
      returned: await holds(staff.officer, 'returned', id),
      verify: await holds(staff.verifier, 'to_verify', id),
      approve: await holds(staff.director, 'to_approve', id),
    });
    const nowhere = { mine: false, others: false, returned: false, verify: false, approve: false };
    expect(await where()).toEqual({ ...nowhere, mine: true });
    await submit(id);
    expect(await where()).toEqual({ ...nowhere, verify: true });
    await act(staff.verifier, id, 'return', { reason: 'read the paper again' });
    expect(await where()).toEqual({ ...nowhere, returned: true });
    await submit(id);
    await act(staff.verifier, id, 'verify');
    expect(await where()).toEqual({ ...nowhere, approve: true });
    await act(staff.director, id, 'approve');
    expect(await where()).toEqual(nowhere);
  });

  it('leaves out what the caller drafted, and what they verified', async () => {
    const both = await signInAs(api, {
      grants: ['officer', 'verifier', 'director'].map(countryWide),
    });
    const id = await drafted(document(), both);
    await submit(id, both);
    expect([await holds(both, 'to_verify', id), await holds(staff.verifier, 'to_verify', id)]).toEqual([
      false,
      true,
    ]);
    const other = await drafted();
    await submit(other);
    await act(both, other, 'verify');
    expect([
      await holds(both, 'to_approve', other),
      await holds(staff.director, 'to_approve', other),
    ]).toEqual([false, true]);
  });

  it('is what lies where the role is held: drafts by what they say, versions by their places and sectors', async () => {
    const inRabat = await signInAs(api, {
      grants: [{ role: 'verifier', scope: { kind: 'regions', codes: ['XA-04'] } }],
    });
    const ofCalls = await signInAs(api, {
      grants: [
        { role: 'verifier', scope: { kind: 'sectors', codes: ['CRM'] } },
        { role: 'officer', scope: { kind: 'regions', codes: ['XA-12'] } },
      ],
    });
    const [rabat, tangier] = [await drafted(), await drafted(document({}, 'XA-01'))];
    const calls = await drafted(document({ sectorCodes: ['CRM'] }, 'XA-01'));
    for (const id of [rabat, tangier, calls]) await submit(id);
    const seen = async (who: Asks) =>
      Promise.all([rabat, tangier, calls].map((id) => holds(who, 'to_verify', id)));
    expect(await seen(inRabat)).toEqual([true, false, false]);
    expect(await seen(ofCalls)).toEqual([false, false, true]);
    expect(await seen(staff.verifier)).toEqual([true, true, true]);

    const dakhla = (await bringIn(staff, document({}, 'XA-12'))).id;
    const current = (await bringIn(staff, document({}, 'XA-01'))).id;
    expect([await holds(ofCalls, 'gaps', dakhla), await holds(ofCalls, 'gaps', current)]).toEqual([
      true,
      false,
    ]);
    expect(await holds(staff.officer, 'gaps', current)).toBe(true);
    const counted = (await listsOf(ofCalls)).find(({ code }) => code === 'gaps');
    expect(counted?.count).toBe((await itemsOf(ofCalls, 'gaps')).length);
  });

  it('tells the gaps that the record tells, until they are filled', async () => {
    const open = { ...document().commitments[0], id: 'c2' };
    const id = await logCurrent(
      api,
      document({
        citations: [],
        commitments: [
          { ...document().commitments[0], quantity: { ...open.quantity, value: 300 } },
          { ...open, partOfId: 'c1', deadline: null, proofMethod: null },
          {
            ...open,
            id: 'c3',
            quantity: { qualifier: 'exactly', value: 5, unit: null },
            deadlineAbsence: 'not_published',
            deadline: null,
          },
        ],
      }),
    );
    const ids = [id, ...(await itemsOf(staff.officer, 'gaps')).map(({ agreement }) => agreement.id)];
    const items = await itemsOf(staff.officer, 'gaps');
    for (const one of ids) {
      const { body } = await staff.officer.http<{ completeness: { gaps: { gap: string }[] } }>(
        'GET',
        `/agreements/${one}`,
      );
      const told = items.find(({ agreement }) => agreement.id === one)?.about ?? [];
      expect([...told].sort()).toEqual([...new Set(body.completeness.gaps.map(({ gap }) => gap))].sort());
    }
    expect(items.find(({ agreement }) => agreement.id === id)?.about).toEqual(
      expect.arrayContaining(['no_owner', 'no_deadline', 'parts_do_not_add_up', 'figure_without_source']),
    );
  });

  it('is without an owner until somebody holds the position', async () => {
    const id = await logCurrent(api, document());
    expect(await holds(staff.admin, 'without_owner', id)).toBe(true);
    expect(await holds(staff.officer, 'without_owner', id)).toBe(true);
    await api.dataSource.query(
      `UPDATE "position" SET holder_account_id = $1 WHERE id = (SELECT owner_position_id FROM agreement WHERE id = $2)`,
      [staff.officer.accountId, id],
    );
    expect(await itemsOf(staff.admin, 'without_owner')).toEqual([]);
    expect(await holds(staff.officer, 'gaps', id)).toBe(false);
    await api.dataSource.query(`UPDATE "position" SET holder_account_id = NULL`);
  });

  it('is as old as calendar days say, and read oldest first, page by page', async () => {
    const frozen = new FrozenClock('2026-03-01T22:00:00Z');
    jest.spyOn(api.app.get(Clock), 'now').mockImplementation(() => frozen.now());
    const alone = await signInAs(api, { grants: [countryWide('officer')] });
    const first = await drafted(document(), alone);
    frozen.setTo('2026-03-02T08:00:00Z');
    const second = await drafted(document(), alone);
    frozen.setTo('2026-03-10T08:00:00Z');
    const third = await drafted(document(), alone);
    const mine = (await listsOf(alone)).find(({ code }) => code === 'my_drafts');
    expect(mine).toMatchObject({ count: 3, oldest: { since: '2026-03-01', age: 9 } });
    const read: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body }: { body: Page } = await alone.http<Page>('GET', `/work-lists/my_drafts?limit=1${at}`);
      expect(body.total).toBe(3);
      read.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(read.map(({ agreement, age }) => [agreement.id, age])).toEqual([
      [first, 9],
      [second, 8],
      [third, 0],
    ]);
    expect(read[0]).toMatchObject({ draftNumber: 1, about: ['first'] });
    expect(read[0]?.task).toMatch(/submit/);
  });

  it('asks for the legal steps that can be taken, and the conditions of them', async () => {
    const id = await logCurrent(api, document({ legalState: 'under_negotiation', signing: {} }));
    const recorded = await write(staff.legal, id, 'conditions', { text: { en: 'The land is handed over' } });
    expect(recorded.status).toBe(201);
    const seen = async () => [
      await holds(staff.legal, 'to_sign', id),
      await holds(staff.legal, 'to_put_in_force', id),
      await holds(staff.legal, 'open_conditions', id),
    ];
    expect(await seen()).toEqual([true, false, true]);
    await take(staff.legal, id, 'sign', { signing: { date: { stated: '2026-01-05' }, sourceId } });
    expect(await seen()).toEqual([false, true, true]);
    const [item] = (await itemsOf(staff.legal, 'to_put_in_force')).filter(
      ({ agreement }) => agreement.id === id,
    );
    expect(item?.about).toEqual(['condition_open']);
  });
});
