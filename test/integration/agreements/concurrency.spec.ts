import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type AgreementRecord, type Staff, act, revisionOf, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';

jest.setTimeout(180_000);

/** How many do the same at once. */
const CROWD = 200;

describe('many people at once', () => {
  let api: TestApi;
  let staff: Staff;
  let verifiers: SignedInAccount[];

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    verifiers = [];
    for (let each = 0; each < 5; each += 1) {
      verifiers.push(await signInAs(api, { grants: [countryWide('verifier')] }));
    }
  });
  afterAll(() => api.close());

  const document = {
    title: { en: 'A fictional centre' },
    instrumentType: 'memorandum_of_understanding',
    legalState: 'signed',
    signing: { date: { stated: '2025-04-15' } },
    commitments: [{ id: 'c1', kind: 'cooperation', title: { en: 'To meet' }, measure: 'ongoing' }],
  };
  const drafted = async () =>
    (await staff.officer.http<AgreementRecord>('POST', '/agreements', { body: document })).body;
  const countOf = (statuses: readonly number[]) => {
    const counts: Record<number, number> = {};
    for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  const step = (who: SignedInAccount, id: string, revision: number, body: object) =>
    who.http('POST', `/agreements/${id}/draft/transitions`, {
      headers: { 'if-match': `"${revision}"` },
      body,
    });

  it('taking the same step with one draft: one takes it, the others are told that they were late', async () => {
    const { id } = await drafted();
    await act(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    const revision = await revisionOf(staff.officer, id);
    const answers = await Promise.all(
      Array.from({ length: CROWD }, (_, at) =>
        step(verifiers[at % verifiers.length] ?? staff.verifier, id, revision, { action: 'verify' }),
      ),
    );
    expect(countOf(answers.map(({ status }) => status))).toEqual({ 200: 1, 412: CROWD - 1 });
    const steps = await api.dataSource.query<object[]>(
      `SELECT 1 FROM draft_step s JOIN agreement_draft d ON d.id = s.draft_id
        WHERE d.agreement_id = $1 AND s.action = 'verify'`,
      [id],
    );
    expect(steps).toHaveLength(1);
  });

  it('saving over the same revision: one is kept, the others get both texts back', async () => {
    const { id, revision, document: typed } = await drafted();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        staff.officer.http<{ code?: string }>('PUT', `/agreements/${id}/draft`, {
          headers: { 'if-match': `"${revision}"` },
          body: { ...typed, title: { en: `Title ${at}` } },
        }),
      ),
    );
    expect(countOf(answers.map(({ status }) => status))).toEqual({ 200: 1, 409: 59 });
    expect(new Set(answers.map(({ body }) => body.code ?? 'saved'))).toEqual(
      new Set(['saved', 'draft_conflict']),
    );
  });

  it('deciding about several agreements in every way: each has one outcome, and nothing fails', async () => {
    const ids: string[] = [];
    for (let each = 0; each < 6; each += 1) {
      const { id } = await drafted();
      await act(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
      ids.push(id);
    }
    const revisions = new Map<string, number>();
    for (const id of ids) revisions.set(id, await revisionOf(staff.officer, id));
    const answers = await Promise.all(
      Array.from({ length: CROWD }, (_, at) => {
        const id = ids[at % ids.length] ?? '';
        const revision = revisions.get(id) ?? 0;
        const ways = [
          () => step(staff.verifier, id, revision, { action: 'verify' }),
          () => step(staff.verifier, id, revision, { action: 'return', reason: 'late' }),
          () => step(staff.officer, id, revision, { action: 'withdraw', reason: 'twice' }),
        ];
        return (ways[at % ways.length] ?? ways[0])!();
      }),
    );
    expect(countOf(answers.map(({ status }) => status))).toEqual({
      200: ids.length,
      412: CROWD - ids.length,
    });
  });
});
