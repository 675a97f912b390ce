import { Staff, act, amend, logCurrent, signInStaff, withDeadline } from '../../support/agreements';
import { TestAnswer, TestApi, startTestApi } from '../../support/application';

interface Commitment {
  readonly id: string;
  readonly obligorPartyId: string | null;
  readonly deadline: { readonly stated: string; readonly lastDay: string } | null;
}

interface Agreement {
  readonly id: string;
  readonly revision: number;
  readonly reference: string;
  readonly version: { readonly number: number };
  readonly parties: readonly { readonly id: string; readonly names: Record<string, string | null> }[];
  readonly signatories: readonly { readonly name: string | null; readonly capacity: string | null }[];
  readonly commitments: readonly Commitment[];
  readonly deadlineMoves: readonly Record<string, unknown>[];
  readonly document: Document;
}

type Document = Record<string, unknown> & { commitments: Record<string, unknown>[] };

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

describe('logging an agreement', () => {
  let api: TestApi;
  let organisationId: string;
  let personId: string;
  let sourceId: string;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    const made = async (path: string, body: object) =>
      (await api.http<{ id: string }>('POST', path, { body })).body.id;
    organisationId = await made('/organisations', { names: { en: 'Fictional Works' }, kind: 'company' });
    personId = await made('/persons', { names: [{ value: 'Fictional Person', preferred: true }] });
    sourceId = await made('/sources', { url: 'https://paper.test/fictional' });
  });
  afterAll(() => api.close());

  const document = (): Document => ({
    title: { en: 'A fictional centre in Nowhere' },
    instrumentType: 'memorandum_of_understanding',
    legalState: 'signed',
    signing: { date: { stated: '2025-04-15' } },
    parties: [{ id: 'p1', role: 'investor', organisationId }],
    signatories: [{ id: 's1', role: 'signatory', partyId: 'p1', personId, capacity: 'general manager' }],
    commitments: [
      {
        id: 'c1',
        kind: 'jobs',
        title: { en: 'Direct jobs' },
        measure: 'quantity',
        quantity: { qualifier: 'more_than', value: 200, unit: 'jobs', relation: 'direct', basis: 'new' },
        obligorPartyId: 'p1',
        deadline: { stated: '2028' },
      },
    ],
    citations: [
      { id: 'x1', sourceId, subject: 'commitment', subjectId: 'c1', field: 'deadline', stated: '2028' },
    ],
  });

  const log = async (body: object): Promise<TestAnswer<Agreement>> => {
    const id = await logCurrent(api, body);
    return api.http<Agreement>('GET', `/agreements/${id}`);
  };

  it('keeps what the paper states and numbers it by the year of the signature', async () => {
    const [first, second] = [await log(document()), await log(document())];
    expect([first.status, first.body.reference, second.body.reference]).toEqual([
      200,
      'MIT-2025-0001',
      'MIT-2025-0002',
    ]);
    expect(first.body.parties[0]?.names.en).toBe('Fictional Works');
    expect(first.body.signatories[0]).toMatchObject({
      name: 'Fictional Person',
      capacity: 'general manager',
    });
    expect(first.body.commitments[0]).toMatchObject({
      obligorPartyId: first.body.parties[0]?.id,
      deadline: { stated: '2028', precision: 'year', lastDay: '2028-12-31' },
      deadlineAbsence: null,
      place: { scope: 'not_stated' },
    });
  });

  it('keeps personal values apart from the document and from the audit trail', async () => {
    const { body } = await log(document());
    const kept = await api.dataSource.query<object[]>(
      `SELECT document::text FROM agreement_version WHERE agreement_id = $1
       UNION ALL SELECT payload::text FROM audit_entry WHERE subject_id = $1`,
      [body.id],
    );
    expect(kept.length).toBe(2);
    expect(JSON.stringify(kept)).not.toMatch(/general manager|Fictional Person/);
  });

  it('replaces ids of another agreement by new ones', async () => {
    const { body: original } = await log(document());
    const { body: copy } = await log({ ...original.document, publishedReference: null });
    expect(copy.commitments[0]?.id).not.toBe(original.commitments[0]?.id);
    expect(copy.commitments[0]?.obligorPartyId).toBe(copy.parties[0]?.id);
  });

  it('asks for the planner in the same transaction', async () => {
    const { body } = await log(document());
    const rows = await api.dataSource.query<object[]>(
      `SELECT 1 FROM outbox WHERE job = 'agreements.changed' AND payload->>'agreementId' = $1`,
      [body.id],
    );
    expect(rows).toHaveLength(1);
  });

  describe('moving a deadline', () => {
    it('makes a new version, keeps ids and writes the move down', async () => {
      const { body: before } = await log(document());
      await amend(staff, before.id, sourceId, withDeadline('2029-06'));
      const { body: after } = await api.http<Agreement>('GET', `/agreements/${before.id}`);
      expect(after.version.number).toBe(2);
      expect(after.commitments[0]?.id).toBe(before.commitments[0]?.id);
      expect(after.deadlineMoves).toEqual([
        expect.objectContaining({
          subjectId: before.commitments[0]?.id,
          number: 1,
          oldStated: '2028',
          oldLastDay: '2028-12-31',
          newStated: '2029-06',
          newLastDay: '2029-06-30',
          versionNumber: 2,
        }),
      ]);
      await amend(staff, before.id, sourceId, withDeadline('2028'));
      const back = await api.http<Agreement>('GET', `/agreements/${before.id}`);
      expect(back.body.deadlineMoves.map(({ number }) => number)).toEqual([1, 2]);
      const versions = await api.dataSource.query<{ number: number; state: string }[]>(
        'SELECT number, state FROM agreement_version WHERE agreement_id = $1 ORDER BY number',
        [before.id],
      );
      expect(versions.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'current']);
    });

    it('is not stating the same day more exactly', async () => {
      const { body: before } = await log(document());
      await amend(staff, before.id, sourceId, withDeadline('2028-12-31'));
      const { body: after } = await api.http<Agreement>('GET', `/agreements/${before.id}`);
      expect([after.version.number, after.deadlineMoves]).toEqual([2, []]);
    });
  });

  describe('annotating', () => {
    it('changes title, summary, owner and tags and nothing else', async () => {
      const { body: before } = await log(document());
      const { body: after, status } = await api.http<Agreement & Record<string, unknown>>(
        'PATCH',
        `/agreements/${before.id}`,
        {
          headers: { 'if-match': `"${before.revision}"` },
          body: { title: { fr: 'Un centre fictif' }, summary: { en: 'In short' }, tags: ['fair'] },
        },
      );
      expect(status).toBe(200);
      expect(after).toMatchObject({
        title: { fr: 'Un centre fictif', en: null },
        summary: { en: 'In short' },
        tags: ['fair'],
      });
      expect(after.commitments).toEqual(before.commitments);
    });

    it.each([{ commitments: [] }, { parties: [] }, { amount: null }, { signing: {} }])(
      'refuses %j',
      async (body) => {
        const { body: before } = await log(document());
        const answer = await api.http<Problem>('PATCH', `/agreements/${before.id}`, {
          headers: { 'if-match': `"${before.revision}"` },
          body,
        });
        expect([answer.status, answer.body.errors[0]?.code]).toEqual([400, 'unknown_field']);
      },
    );
  });

  describe('a document that cannot be', () => {
    const refusals = async (body: object) => {
      const { status, body: problem } = await api.http<Problem>('POST', '/agreements', { body });
      return [status, ...problem.errors.map(({ field, code }) => `${field}: ${code}`)];
    };

    it.each<[string, (body: Document) => void, unknown[]]>([
      ['an unknown type', (body) => (body.instrumentType = 'treaty'), [400, 'instrumentType: not_a_choice']],
      [
        'a wrong date',
        (body) => (body.commitments[0]!.deadline = { stated: 'end of 2028' }),
        [422, 'commitments[0].deadline.stated: not_a_date'],
      ],
      [
        'a derived date that disagrees',
        (body) => (body.commitments[0]!.deadline = { stated: '2028', lastDay: '2028-06-30' }),
        [422, 'commitments[0].deadline.lastDay: date_disagrees'],
      ],
      [
        'half a job',
        (body) => (body.commitments[0]!.quantity = { qualifier: 'exactly', value: 0.5, unit: 'jobs' }),
        [422, 'commitments[0].quantity.value: inexact_value'],
      ],
      [
        'less than nothing',
        (body) => (body.commitments[0]!.quantity = { qualifier: 'exactly', value: -1, unit: 'jobs' }),
        [400, 'commitments[0].quantity.value: too_small'],
      ],
      [
        'an unknown region',
        (body) => (body.commitments[0]!.place = { scope: 'regions', regionCodes: ['ZZ-99'] }),
        [422, 'commitments[0].place.regionCodes[0]: unknown_reference'],
      ],
      [
        'an unknown organisation',
        (body) => (body.parties = [{ id: 'p1', role: 'investor', organisationId: sourceId }]),
        [422, 'parties[0].organisationId: unknown_reference'],
      ],
      [
        'an unknown sector',
        (body) => (body.sectorCodes = ['NONE']),
        [422, 'sectorCodes[0]: unknown_reference'],
      ],
      [
        'a field nobody knows',
        (body) => (body.commitments[0]!.surprise = true),
        [400, 'commitments[0].surprise: unknown_field'],
      ],
      [
        'a null in a list',
        (body) => (body.commitments as unknown[]).push(null),
        [400, 'commitments[1]: not_an_object'],
      ],
    ])('with %s is refused', async (_, change, expected) => {
      const body = document();
      change(body);
      expect(await refusals(body)).toEqual(expected);
    });

    it('leaves nothing behind', async () => {
      const count = async () =>
        (await api.http<{ total: number }>('GET', '/agreements?stage=drafted')).body.total;
      const before = await count();
      await refusals({ ...document(), sectorCodes: ['NONE'] });
      expect(await count()).toBe(before);
    });

    it('is not published twice under one reference', async () => {
      expect((await log({ ...document(), publishedReference: 'P-1' })).status).toBe(200);
      await expect(logCurrent(api, { ...document(), publishedReference: 'P-1' })).rejects.toMatchObject({
        code: 'already_recorded',
      });
      const again = await staff.officer.http<Agreement>('POST', '/agreements', {
        body: { ...document(), publishedReference: 'P-1' },
      });
      expect(again.status).toBe(201);
      await act(staff.officer, again.body.id, 'submit', { acknowledgeGaps: true, reason: 'a test' });
      await act(staff.verifier, again.body.id, 'verify');
      const approved = await act<Problem>(staff.director, again.body.id, 'approve');
      expect([approved.status, approved.body.code]).toEqual([409, 'already_recorded']);
    });
  });

  it('is found by the new name of a party', async () => {
    const renamed = await api.http('PATCH', `/organisations/${organisationId}`, {
      headers: { 'if-match': '"1"' },
      body: { names: { en: 'Imaginary Works' } },
    });
    expect(renamed.status).toBe(200);
    const [row] = await api.dataSource.query<{ job: string; payload: object }[]>(
      `SELECT job, payload FROM outbox WHERE job = 'organisations.renamed'`,
    );
    expect(row?.payload).toEqual({ organisationId });
  });

  it('filters, sorts and pages', async () => {
    const query = 'instrumentType=memorandum_of_understanding&sort=-reference&limit=2&signedFrom=2025-01-01';
    const page = await api.http<{ items: { reference: string }[]; nextCursor: string }>(
      'GET',
      `/agreements?${query}`,
    );
    const next = await api.http<{ items: { reference: string }[] }>(
      'GET',
      `/agreements?${query}&cursor=${page.body.nextCursor}`,
    );
    const references = [...page.body.items, ...next.body.items].map(({ reference }) => reference);
    expect(references).toEqual([...references].sort().reverse());
    expect(new Set(references).size).toBe(4);
    expect((await api.http('GET', '/agreements?legalState=in_force')).body).toMatchObject({
      total: 0,
      items: [],
    });
    expect((await api.http('GET', '/agreements?signedFrom=yesterday')).status).toBe(400);
  });
});
