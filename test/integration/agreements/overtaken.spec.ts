import { SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import {
  AgreementRecord,
  Staff,
  act,
  bringIn,
  openDraft,
  revisionOf,
  saveDraft,
  signInStaff,
} from '../../support/agreements';
import { TestApi, startTestApi } from '../../support/application';
import { folderOf } from '../../support/files-register';
import { fileForm, sendForm } from '../../support/forms';
import { fictionalDocument, take } from '../../support/legal-life';
import { madePdf } from '../../support/made-files';

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

interface Draft {
  readonly document: AgreementRecord['document'];
}

interface Gaps {
  readonly completeness: { readonly gaps: readonly { readonly acknowledged: string | null }[] };
}

const GAPS = { acknowledgeGaps: true, reason: 'the papers do not say' };

describe('a draft that is overtaken, or decided by two directors', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    const source = await staff.officer.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.test/overtaken' },
    });
    sourceId = source.body.id;
  });
  afterAll(() => api.close());

  const negotiated = async () =>
    (await bringIn(staff, fictionalDocument({ legalState: 'under_negotiation' }))).id;
  const withFigure = (document: AgreementRecord['document'], value: number) => ({
    ...document,
    commitments: document.commitments.map((one) => ({
      ...one,
      quantity: { ...(one as unknown as { quantity: object }).quantity, value },
    })),
    citations: [{ id: 'x1', sourceId, subject: 'agreement', field: 'whole' }],
  });
  const allRoles = () =>
    signInAs(api, { grants: ['officer', 'verifier', 'director'].map((role) => countryWide(role)) });
  const grant = async (who: SignedInAccount, id: string, action: string) =>
    who.http('POST', `/agreements/${id}/draft/overrides`, {
      headers: { 'if-match': `"${await revisionOf(who, id)}"` },
      body: { action, reason: 'nobody else is there' },
    });

  it('changes nothing that was signed after it was submitted', async () => {
    const id = await negotiated();
    const { body: opened } = await openDraft<Draft>(staff.officer, id, 'completion');
    expect((await saveDraft(staff.officer, id, withFigure(opened.document, 500))).status).toBe(200);
    expect((await act(staff.officer, id, 'submit', GAPS)).status).toBe(200);
    await take(staff.legal, id, 'sign', { signing: { date: { stated: '2026-04-15' }, sourceId } });
    const refused = await act<Problem>(staff.verifier, id, 'verify');
    expect([refused.status, refused.body.code]).toEqual([422, 'kind_exceeded']);
    expect(refused.body.errors.map(({ code }) => code)).toEqual([
      'completion_changes_nothing_stated',
      'completion_changes_nothing_stated',
    ]);
    expect((await act(staff.verifier, id, 'return', { reason: 'signed meanwhile' })).status).toBe(200);
  });

  it('is no amendment without its act: a file that was withdrawn meanwhile proves nothing', async () => {
    const id = await negotiated();
    await take(staff.legal, id, 'sign', { signing: { date: { stated: '2026-04-15' }, sourceId } });
    const form = fileForm(madePdf('a fictional amendment'), { role: 'amendment' });
    const fileId = (await sendForm(api, staff.officer, folderOf(id), form)).body.id as string;
    const { body: opened } = await openDraft<Draft>(staff.officer, id, 'amendment');
    const told = { number: '1', signedOn: '2026-06-01', effectiveOn: '2026-06-15', rationale: 'fewer' };
    const amendment = { ...told, fileId };
    await saveDraft(staff.officer, id, { ...withFigure(opened.document, 150), amendment });
    expect((await act(staff.officer, id, 'submit', GAPS)).status).toBe(200);
    expect((await act(staff.verifier, id, 'verify')).status).toBe(200);
    const withdrawn = await staff.legal.http('POST', `${folderOf(id)}/${fileId}/withdrawal`, {
      body: { reason: 'another text' },
    });
    expect(withdrawn.status).toBe(200);
    const refused = await act<Problem>(staff.director, id, 'approve');
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'amendment.fileId', code: 'unknown_reference' })],
    ]);
  });

  it('leaves the answers to gaps where they are when a legal step writes the next version', async () => {
    const id = await negotiated();
    const answers = async () => {
      const { body } = await staff.officer.http<Gaps>('GET', `/agreements/${id}`);
      return [...new Set(body.completeness.gaps.map(({ acknowledged }) => acknowledged))];
    };
    expect(await answers()).toEqual([GAPS.reason]);
    await take(staff.legal, id, 'sign', { signing: { date: { stated: '2026-04-15' }, sourceId } });
    expect(await answers()).toEqual([GAPS.reason]);
  });

  it('is decided in one step with the leave of a second director for either word', async () => {
    const alone = await allRoles();
    for (const [granted, taken] of [
      ['approve', 'verify'],
      ['verify', 'approve'],
    ] as const) {
      const id = await negotiated();
      const { body: opened } = await openDraft<Draft>(alone, id, 'clerical');
      await saveDraft(alone, id, { ...opened.document, note: `decided by ${taken}` });
      await act(alone, id, 'submit', GAPS);
      expect((await act<Problem>(alone, id, taken)).body.code).toBe('drafter_does_not_verify');
      expect((await grant(staff.otherDirector, id, granted)).status).toBe(201);
      expect((await act(alone, id, taken)).status).toBe(200);
      const { body } = await staff.auditor.http('GET', `/agreements/${id}/versions/2`);
      expect(body).toMatchObject({
        people: { overriddenBy: `account:${staff.otherDirector.accountId}` },
      });
    }
  });

  it('may be written on by whoever had allowed its verification, once it came back', async () => {
    const [drafter, second] = [await allRoles(), await allRoles()];
    const { id } = await bringIn(staff, fictionalDocument());
    const { body: opened } = await openDraft<Draft>(drafter, id, 'rectification');
    await saveDraft(drafter, id, { ...opened.document, title: { en: 'Drafted' } });
    await act(drafter, id, 'submit', GAPS);
    await grant(second, id, 'verify');
    expect((await act(drafter, id, 'verify')).body.draft).toMatchObject({ state: 'verified' });
    const annotated = await staff.officer.http<AgreementRecord>('PATCH', `/agreements/${id}`, {
      headers: { 'if-match': `"${await revisionOf(staff.officer, id)}"` },
      body: { title: { en: 'Annotated meanwhile' } },
    });
    expect(annotated.body.draft).toMatchObject({ state: 'returned' });
    const saved = await saveDraft(second, id, { ...opened.document, title: { en: 'Drafted again' } });
    expect(saved.status).toBe(200);
  });
});
