import {
  type Staff,
  act,
  logCurrent,
  openDraft,
  pass,
  saveDraft,
  signInStaff,
} from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import {
  type CompaniesApart,
  HOUSE_MARKER,
  MARKER,
  recordCompaniesApart,
} from '../../support/companies-apart';
import { fictionalDocument, take, write } from '../../support/legal-life';

type Document = Record<string, unknown> & {
  readonly commitments: readonly Record<string, unknown>[];
  readonly citations: readonly Record<string, unknown>[];
  readonly signatories: readonly Record<string, unknown>[];
};

/** A deadline and a name that were known and are marked confidential since. */
const HIDDEN_YEAR = '2047';
const HIDDEN_NAME = 'Chellah';

/** The same with a note of the house wherever there is room for one. */
function annotated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(annotated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      field === 'note' ? `${HOUSE_MARKER} everywhere` : annotated(inner),
    ]),
  );
}

describe('what is never public', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let staff: Staff;
  let reference: string;
  let hiddenReference: string;
  let answers: [string, number, string][];

  const referenceOf = async (id: string) =>
    (await api.http<{ reference: string }>('GET', `/agreements/${id}`)).body.reference;
  /** Addresses of rows repeat what whoever asks looks for, which is no answer. */
  const read = async (path: string): Promise<[string, number, string]> => {
    const { status, body } = await api.http('GET', `/public/${path}`, { anonymous: true });
    return [path, status, JSON.stringify(body).replaceAll(`?q=${HOUSE_MARKER}`, '?')];
  };
  const done = ({ status, body }: { status: number; body: object }) => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  };

  /** Changes the published agreement by a draft that passes all its steps, every word of which is of the house. */
  async function revise(kind: string, edit: (document: Document) => object): Promise<void> {
    const { agreement, source } = register.published;
    const opened = await openDraft<{ document: Document }>(
      staff.officer,
      agreement,
      kind,
      `${HOUSE_MARKER} draft`,
    );
    const amendment =
      kind === 'amendment'
        ? {
            amendment: {
              ...{ number: `${HOUSE_MARKER} 1`, signedOn: '2026-01-01', effectiveOn: '2026-01-01' },
              ...{ rationale: `${HOUSE_MARKER} rationale`, sourceId: source },
            },
          }
        : {};
    const document = annotated(edit(opened.body.document)) as object;
    const saved = await saveDraft(staff.officer, agreement, { ...document, ...amendment });
    done(saved);
    await pass(staff, agreement);
  }

  const withFirst = (document: Document, change: object) => ({
    ...document,
    commitments: document.commitments.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  });

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    register = await recordCompaniesApart(api);
    staff = await signInStaff(api);
    const { agreement, commitment, source } = register.published;
    const deadline = { subject: 'commitment', subjectId: commitment, field: 'deadline', sourceId: source };
    await revise('amendment', (document) =>
      withFirst(document, {
        deadline: { stated: HIDDEN_YEAR },
        baseline: { value: 5, unit: 'jobs', note: 'x' },
      }),
    );
    await revise('rectification', (document) => ({
      ...withFirst(document, { deadline: null, deadlineAbsence: 'confidential' }),
      signatories: document.signatories.map((one) => ({
        ...one,
        personId: null,
        capacity: null,
        absence: 'confidential',
      })),
      citations: [
        ...document.citations,
        {
          id: 'x8',
          ...deadline,
          stated: HIDDEN_YEAR,
          adopted: false,
          locator: 'page 1',
          readOn: '2026-01-01',
        },
        {
          ...{ id: 'x9', subject: 'signatory', subjectId: document.signatories[0]?.id, field: 'name' },
          ...{ sourceId: source, stated: HIDDEN_NAME, adopted: false },
        },
      ],
    }));
    const { body } = await staff.director.http<{ revision: number }>('GET', `/commitments/${commitment}`);
    done(
      await staff.director.http('POST', `/commitments/${commitment}/decisions`, {
        headers: { 'if-match': `"${body.revision}"` },
        body: { outcome: 'waived', reason: `${HOUSE_MARKER} waived`, on: '2026-05-02' },
      }),
    );
    const condition = await write<{ id: string }>(staff.officer, agreement, 'conditions', {
      text: { en: `${HOUSE_MARKER} condition` },
    });
    const fallen = { action: 'waive', reason: `${HOUSE_MARKER} not needed` };
    done(await write(staff.legal, agreement, `conditions/${condition.body.id}/decisions`, fallen));
    await take(staff.legal, agreement, 'put_in_force', { on: '2026-05-01', reason: `${HOUSE_MARKER} force` });
    await take(staff.legal, agreement, 'suspend', {
      on: '2026-06-01',
      suspension: { ground: `${HOUSE_MARKER} ground`, expectedEnd: '2027-03-01' },
    });
    done(await openDraft(staff.officer, agreement, 'clerical', `${HOUSE_MARKER} open draft`));
    done(await saveDraft(staff.officer, agreement, { title: { en: `${HOUSE_MARKER} title of a draft` } }));
    done(await act(staff.officer, agreement, 'withdraw', { reason: `${HOUSE_MARKER} withdrawn` }));
    done(await openDraft(staff.officer, agreement, 'clerical', `${HOUSE_MARKER} another draft`));
    for (const [table, id] of [
      ['organisation', register.published.organisation],
      ['source', source],
      ['signing_event', register.published.event],
    ] as const) {
      await api.dataSource.query(`UPDATE ${table} SET note = $2 WHERE id = $1`, [id, `${HOUSE_MARKER} note`]);
    }
    await api.dataSource.query(`UPDATE zone SET manager = $1`, [`${HOUSE_MARKER} manager`]);
    await api.dataSource.query(`UPDATE "position" SET name_en = $1, name_fr = $1`, [
      `${HOUSE_MARKER} position`,
    ]);
    reference = await referenceOf(agreement);
    hiddenReference = await referenceOf(register.other.agreement);
    const { own, other } = register;
    answers = [];
    for (const path of [
      'about',
      'definitions',
      'summary',
      `summary?q=${HOUSE_MARKER}`,
      'agreements?facets=true&count=exact',
      `agreements?q=${HOUSE_MARKER}`,
      `agreements?q=${MARKER}`,
      `agreements?organisation=${other.organisation}`,
      `agreements?event=${other.event}&facets=true`,
      `agreements?agreement=${hiddenReference}`,
      `agreements/${agreement}`,
      `agreements/${reference}`,
      'commitments',
      `commitments?q=${MARKER}`,
      `commitments?q=${HIDDEN_YEAR}`,
      `commitments?year=${HIDDEN_YEAR}`,
      `commitments?agreement=${hiddenReference}`,
      `commitments?agreement=${other.agreement}`,
      `commitments?agreement=${own.agreement}`,
    ]) {
      answers.push(await read(path));
    }
  }, 180_000);
  afterAll(() => api.close());

  it('are the words of the house, wherever somebody wrote them', async () => {
    expect(answers.map(([path, status]) => [path, status])).toEqual(answers.map(([path]) => [path, 200]));
    expect(answers.filter(([, , text]) => text.includes(HOUSE_MARKER)).map(([path]) => path)).toEqual([]);
    // They stand in the register, and staff read them.
    const { body } = await staff.auditor.http('GET', `/agreements/${register.published.agreement}`);
    expect(JSON.stringify(body)).toContain(HOUSE_MARKER);
  });

  it('is anything of agreements that nobody published, their number included', async () => {
    expect(answers.filter(([, , text]) => text.includes(MARKER)).map(([path]) => path)).toEqual([]);
    expect(answers.filter(([, , text]) => text.includes('Atlas')).map(([path]) => path)).toEqual([]);
    const listed = await api.http<{ total: number; items: object[] }>('GET', '/public/agreements', {
      anonymous: true,
    });
    expect([listed.body.total, listed.body.items.length]).toEqual([1, 1]);
    const { body: summary } = await api.http<{
      agreements: { value: number };
      coverage: { commitments: { value: number } };
      countedElsewhere: object[];
    }>('GET', '/public/summary', { anonymous: true });
    expect([summary.agreements.value, summary.coverage.commitments.value, summary.countedElsewhere]).toEqual([
      1,
      1,
      [],
    ]);
    const shown = await api.http<{ links: object[] }>('GET', `/public/agreements/${reference}`, {
      anonymous: true,
    });
    expect(shown.body.links).toEqual([]);
  });

  it('are people of the house and addresses', () => {
    const staffIds = Object.values(staff).map(({ accountId }) => accountId);
    for (const [path, , text] of answers) {
      expect([path, text.includes('@')]).toEqual([path, false]);
      expect([path, staffIds.filter((id) => text.includes(id))]).toEqual([path, []]);
      expect([
        path,
        /"(?:note|tags|owner|reason|recordedBy|takenBy|draft|gaps|acknowledgedGaps)"/.test(text),
      ]).toEqual([path, false]);
    }
  });

  it('is what is marked confidential, also where it was told before or a source tells it', async () => {
    const holding = answers.filter(([, , text]) => text.includes(HIDDEN_NAME) || /2047|page 1"/.test(text));
    expect(holding.map(([path]) => path)).toEqual([]);
    const { body } = await api.http('GET', `/public/agreements/${reference}`, { anonymous: true });
    expect(body).toMatchObject({
      legalState: 'suspended',
      suspension: { from: '2026-06-01', expectedEnd: '2027-03-01' },
      legalLife: [{ state: 'in_force' }, { state: 'suspended' }],
      signatories: [{ name: null, nameAbsence: 'confidential', capacity: null }],
      commitments: [
        {
          status: 'waived',
          deadline: null,
          deadlineAbsence: 'confidential',
          firstDeadline: null,
          deadlineMoves: [],
          rescheduled: { times: 0, days: null },
          baseline: { value: 5, unit: 'jobs' },
        },
      ],
    });
  });

  it('is a name that was erased, also in the words of a source', async () => {
    const person = await api.http<{ id: string }>('POST', '/persons', {
      body: { names: [{ value: 'Driss Effacé', preferred: true }] },
    });
    const signatory = { subject: 'signatory', subjectId: 's1', sourceId: register.published.source };
    const id = await logCurrent(
      api,
      fictionalDocument({
        legalState: 'signed',
        signing: { date: { stated: '2025' } },
        signatories: [{ id: 's1', role: 'signatory', personId: person.body.id, capacity: 'Wali Effacé' }],
        citations: [
          { id: 'x1', ...signatory, field: 'name', stated: 'M. Effacé', adopted: true },
          { id: 'x2', ...signatory, field: 'capacity', stated: 'le wali Effacé', adopted: false },
        ],
      }),
      { published: true },
    );
    const [, , before] = await read(`agreements/${id}`);
    for (const word of ['Driss Effacé', 'Wali Effacé', 'M. Effacé', 'le wali Effacé'])
      expect(before).toContain(word);
    await api.dataSource.query(
      `DELETE FROM personal_value WHERE person_id = $1 OR id IN (
         SELECT capacity_value_id FROM signatory WHERE person_id = $1)`,
      [person.body.id],
    );
    const [, status, after] = await read(`agreements/${id}`);
    expect([status, after.includes('Effacé')]).toEqual([200, false]);
    expect(JSON.parse(after)).toMatchObject({
      signatories: [{ name: null, nameAbsence: 'erased', capacity: null, capacityAbsence: 'erased' }],
      citations: [],
    });
  });
});
