import type { SignedInAccount } from '../../support/accounts';
import {
  type AgreementRecord,
  type Staff,
  act,
  amend,
  openDraft,
  saveDraft,
  signInStaff,
  withDeadline,
} from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { type LegalRecord, fictionalDocument, refusal, show, take, write } from '../../support/legal-life';

jest.setTimeout(120_000);

interface Condition {
  readonly id: string;
}

describe('the life of an agreement, told through the interface', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;
  let organisationId: string;

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    const made = async (path: string, body: object) =>
      (await staff.officer.http<{ id: string }>('POST', path, { body })).body.id;
    sourceId = await made('/sources', { url: 'https://paper.test/the-story' });
    organisationId = await made('/organisations', { names: { en: 'Fictional Works' }, kind: 'company' });
  });
  afterAll(() => api.close());

  const drafted = async (document: object): Promise<AgreementRecord> => {
    const answer = await staff.officer.http<AgreementRecord>('POST', '/agreements', { body: document });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const acted = async (who: SignedInAccount, id: string, action: string, extra: object = {}) => {
    const answer = await act(who, id, action, extra);
    expect([action, answer.status, answer.body]).toMatchObject([action, 200, {}]);
    return answer.body;
  };
  const submitted = (id: string) =>
    acted(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'the announcement does not say' });

  it('a convention, from its announcement into force and through what happens to it', async () => {
    // Announced at a fair, drafted with what the announcement says, and returned once.
    const { id } = await drafted(
      fictionalDocument({
        partiesAbsence: 'not_published',
        citations: [{ id: 'x1', sourceId, subject: 'agreement', field: 'whole' }],
      }),
    );
    await submitted(id);
    await acted(staff.verifier, id, 'return', { reason: 'the sector is missing' });
    const { body: draft } = await staff.officer.http<{ document: object }>('GET', `/agreements/${id}/draft`);
    expect(
      (await saveDraft(staff.officer, id, { ...draft.document, sectorStated: 'offshoring' })).status,
    ).toBe(200);
    await submitted(id);
    await acted(staff.verifier, id, 'verify');
    expect(await acted(staff.director, id, 'approve')).toMatchObject({ version: { number: 1 }, draft: null });

    // Negotiated and signed, with a condition before it takes effect.
    await take(staff.officer, id, 'negotiate');
    expect(await refusal(staff.legal, id, 'sign', { signing: { date: { stated: '2025-04-15' } } })).toContain(
      'signing_unproven',
    );
    await take(staff.legal, id, 'sign', { signing: { date: { stated: '2025-04-15' }, sourceId } });
    const condition = await write<Condition>(staff.legal, id, 'conditions', {
      text: { en: 'land is handed over' },
    });
    expect(condition.status).toBe(201);
    expect(await refusal(staff.legal, id, 'put_in_force')).toEqual([409, 'conditions_open']);
    await write(staff.legal, id, `conditions/${condition.body.id}/decisions`, {
      action: 'tick',
      on: '2025-06-01',
    });
    expect(await take(staff.legal, id, 'put_in_force', { on: '2025-06-01' })).toMatchObject({
      legalState: 'in_force',
    });

    // The parties become known: a completion by two people, with its source.
    const { body: opened } = await openDraft<{ document: AgreementRecord['document'] }>(
      staff.officer,
      id,
      'completion',
    );
    const known = { id: 'p1', role: 'investor', organisationId };
    const citation = {
      id: 'x9',
      sourceId,
      subject: 'agreement',
      field: 'whole',
      stated: 'signed by Fictional Works',
    };
    const parties = { ...opened.document, parties: [known], partiesAbsence: null };
    const saved = await saveDraft(staff.officer, id, {
      ...parties,
      citations: [...(opened.document.citations as object[]), citation],
    });
    expect(saved.status).toBe(200);
    await submitted(id);
    expect(await acted(staff.verifier, id, 'verify')).toMatchObject({ draft: null });
    const completed = await show(staff.auditor, id);
    expect(completed).toMatchObject({ parties: [{ organisationId }], deadlineMoves: [] });

    // An amendment gives it more time.
    await amend(staff, id, sourceId, withDeadline('2030'));
    const amended = await show(staff.auditor, id);
    expect(amended.deadlineMoves).toEqual([
      expect.objectContaining({ oldStated: '2029', newStated: '2030', act: 'amendment' }),
    ]);

    // Suspended for half a year, and resumed: what was still to come moves by every day of it.
    await take(staff.legal, id, 'suspend', {
      on: '2026-01-01',
      reason: 'the site was flooded',
      suspension: { ground: 'the site was flooded', expectedEnd: '2026-07-01' },
    });
    await take(staff.legal, id, 'resume', { on: '2026-07-02', shift: { rule: 'whole_interval' } });
    const resumed = await show(staff.auditor, id);
    expect(resumed.legalState).toBe('in_force');
    expect(resumed.commitments[0]?.deadline?.lastDay).toBe('2031-07-01');

    // Every version is there, as it was, and the trail says who did what.
    const versions = await staff.auditor.http<{ items: { n: number; kind: string }[] }>(
      'GET',
      `/agreements/${id}/versions`,
    );
    expect(versions.body.items.map(({ kind }) => kind).reverse()).toEqual([
      ...['first', 'legal_step', 'legal_step', 'legal_step', 'completion', 'amendment', 'suspension'],
    ]);
    const first = await staff.auditor.http<{ document: { partiesAbsence: string } }>(
      'GET',
      `/agreements/${id}/versions/1`,
    );
    expect(first.body.document).toMatchObject({ partiesAbsence: 'not_published', legalState: 'announced' });
    const history = await staff.auditor.http<{ items: { action: string }[] }>(
      'GET',
      `/agreements/${id}/history?limit=100`,
    );
    expect(history.body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        ...[
          'agreement.drafted',
          'version.submitted',
          'version.returned',
          'version.verified',
          'version.approved',
        ],
        ...['agreement.signed', 'agreement.put_in_force', 'agreement.suspended', 'agreement.resumed'],
      ]),
    );
  });

  it('a memorandum that a convention takes the place of, with one promise dropped', async () => {
    const bring = async (document: object): Promise<LegalRecord> => {
      const { id } = await drafted(document);
      await submitted(id);
      await acted(staff.verifier, id, 'verify');
      await acted(staff.director, id, 'approve');
      return show(staff.auditor, id);
    };
    const signed = { legalState: 'signed', signing: { date: { stated: '2025-04-15' } } };
    const memorandum = await bring(
      fictionalDocument({ ...signed, instrumentType: 'memorandum_of_understanding' }),
    );
    const convention = await bring(fictionalDocument({ ...signed, title: { en: 'A fictional convention' } }));
    // A memorandum takes effect as it is, and ends when the convention replaces it.
    await take(staff.legal, memorandum.id, 'put_in_force');
    const [kept, dropped] = memorandum.commitments;
    const replaced = await take(staff.legal, memorandum.id, 'supersede', {
      reason: 'the convention was signed',
      successor: {
        agreementId: convention.id,
        commitments: [
          {
            ...{ commitmentId: kept?.id, fate: 'carried_over' },
            successorCommitmentId: convention.commitments[0]?.id,
          },
          { commitmentId: dropped?.id, fate: 'dropped', reason: 'not in the convention' },
        ],
      },
    });
    expect(replaced).toMatchObject({
      legalState: 'superseded',
      links: [{ kind: 'superseded_by', agreementId: convention.id }],
    });
    expect(replaced.allowedActions.filter(({ allowed }) => allowed)).toEqual([]);
    const chain = await staff.auditor.http<{ items?: object[] }>('GET', `/agreements/${convention.id}/chain`);
    expect(JSON.stringify(chain.body)).toContain(memorandum.id);
  });
});
