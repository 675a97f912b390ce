import { SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import {
  AgreementRecord,
  Staff,
  act,
  bringIn,
  change,
  openDraft,
  revisionOf,
  saveDraft,
  signInStaff,
} from '../../support/agreements';
import { TestApi, startTestApi } from '../../support/application';

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

interface Version {
  readonly n: number;
  readonly state: string;
  readonly kind: string;
  readonly document: Record<string, unknown>;
}

interface Draft {
  readonly state: string;
  readonly document: AgreementRecord['document'];
  readonly completeness: {
    readonly score: number;
    readonly gaps: { gap: string; acknowledged: string | null }[];
  };
  readonly changes: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
}

describe('versions of an agreement', () => {
  let api: TestApi;
  let staff: Staff;
  let organisationId: string;
  let sourceId: string;

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    const made = async (path: string, body: object) =>
      (await staff.officer.http<{ id: string }>('POST', path, { body })).body.id;
    organisationId = await made('/organisations', { names: { en: 'Fictional Works' }, kind: 'company' });
    sourceId = await made('/sources', { url: 'https://paper.test/fictional' });
  });
  afterAll(() => api.close());

  const document = (change: object = {}) => ({
    title: { en: 'A fictional centre' },
    instrumentType: 'investment_convention',
    legalState: 'signed',
    signing: { date: { stated: '2025-04-15' } },
    parties: [{ id: 'p1', role: 'investor', organisationId }],
    commitments: [
      {
        id: 'c1',
        kind: 'jobs',
        title: { en: 'Direct jobs' },
        measure: 'quantity',
        quantity: { qualifier: 'exactly', value: 200, unit: 'jobs', relation: 'direct', basis: 'new' },
        obligorPartyId: 'p1',
        deadline: { stated: '2028' },
      },
    ],
    citations: [{ id: 'x1', sourceId, subject: 'agreement', field: 'whole' }],
    ...change,
  });

  const read = async <Body>(path: string, who: Pick<SignedInAccount, 'http'> = staff.officer) =>
    (await who.http<Body>('GET', path)).body;
  const drafted = async (body: object = document()) => {
    const answer = await staff.officer.http<AgreementRecord>('POST', '/agreements', { body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const amendment = {
    number: '1',
    signedOn: '2026-06-01',
    effectiveOn: '2026-06-15',
    rationale: 'the works took longer',
  };

  it('begin as a draft, which is in no list, no total and nobody else’s view', async () => {
    const { id, version, draft, reference } = await drafted();
    expect([version, draft?.n, draft?.state]).toEqual([null, 1, 'draft']);
    expect(reference).toMatch(/^MIT-2025-\d{4}$/);
    const inList = async (stage: string) =>
      (await read<{ items: { id: string }[] }>(`/agreements?stage=${stage}&sort=-recorded`)).items.some(
        (one) => one.id === id,
      );
    expect([await inList('current'), await inList('drafted')]).toEqual([false, true]);
    const commitments = await read<{ items: { agreement: { id: string } }[] }>('/commitments?limit=100');
    expect(JSON.stringify(commitments)).not.toContain(id);
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });
    expect((await investor.http('GET', `/agreements/${id}`)).status).toBe(404);
    expect((await investor.http('GET', `/agreements/${id}/draft`)).status).toBe(404);
    expect((await investor.http('GET', `/agreements/${id}/versions/1`)).status).toBe(404);
  });

  it('are typed piece by piece: what is missing waits, what is wrong is refused at once', async () => {
    const { id } = await drafted({
      commitments: [{ id: 'c1', measure: 'quantity', quantity: { value: 5 } }],
    });
    const refused = await act<Problem>(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'all' });
    expect([refused.status, refused.body.code]).toEqual([422, 'document_incomplete']);
    expect(refused.body.errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'instrumentType', 'legalState', 'commitments[0].kind']),
    );
    const wrong = await saveDraft<Problem>(
      staff.officer,
      id,
      document({ signing: { date: { stated: 'soon' } } }),
    );
    expect([wrong.status, wrong.body.errors[0]?.code]).toEqual([422, 'not_a_date']);
    const unknown = { id: 'p1', role: 'investor', organisationId: '01890000-0000-7000-8000-000000000000' };
    const stranger = await saveDraft<Problem>(staff.officer, id, document({ parties: [unknown] }));
    expect(stranger.body.errors).toEqual([
      expect.objectContaining({ field: 'parties[0].organisationId', code: 'unknown_reference' }),
    ]);
    expect((await saveDraft(staff.officer, id, document())).status).toBe(200);
    expect(await read<Draft>(`/agreements/${id}/draft`)).toMatchObject({ state: 'draft' });
  });

  it('are submitted with each gap filled or answered for, and the answers stay', async () => {
    const { id, document: first } = await drafted();
    const commitment = first.commitments[0]?.id;
    const silent = await act<Problem>(staff.officer, id, 'submit');
    expect([silent.status, silent.body.code]).toEqual([422, 'gaps_unanswered']);
    expect(silent.body.errors.map(({ code }) => code)).toContain('gap_no_proof_method');
    const withoutReason = await act<Problem>(staff.officer, id, 'submit', { acknowledgeGaps: true });
    expect([withoutReason.status, withoutReason.body.code]).toEqual([422, 'reason_required']);
    const acknowledgeGaps = [
      { gap: 'no_proof_method', subjectId: commitment, reason: 'the paper is silent' },
      { gap: 'no_owner', reason: 'to be named' },
    ];
    expect((await act(staff.officer, id, 'submit', { acknowledgeGaps })).status).toBe(200);
    await act(staff.verifier, id, 'verify');
    const { body } = await act(staff.director, id, 'approve');
    expect(body).toMatchObject({ version: { number: 1 }, draft: null });
    const { completeness } = await read<Draft>(`/agreements/${id}`);
    expect(completeness.gaps).toContainEqual(
      expect.objectContaining({ gap: 'no_proof_method', acknowledged: 'the paper is silent' }),
    );
  });

  it('begin with what the version before was answered for, and ask for the rest only', async () => {
    const { id, document: first } = await drafted();
    const commitment = first.commitments[0]?.id;
    const acknowledgeGaps = [
      { gap: 'no_proof_method', subjectId: commitment, reason: 'the paper is silent' },
    ];
    await act(staff.officer, id, 'submit', { acknowledgeGaps });
    await act(staff.verifier, id, 'verify');
    await act(staff.director, id, 'approve');
    const answers = async () => {
      const { completeness } = await read<Draft>(`/agreements/${id}/draft`);
      return completeness.gaps.map(({ gap, acknowledged }) => `${gap}: ${acknowledged}`).sort();
    };
    const { body: opened } = await openDraft<Draft>(staff.officer, id, 'clerical');
    expect(await answers()).toEqual(['no_proof_method: the paper is silent']);
    await saveDraft(staff.officer, id, { ...opened.document, title: { en: 'A fictional center' } });
    expect((await act(staff.officer, id, 'submit')).status).toBe(200);
    await act(staff.verifier, id, 'return', { reason: 'read it again' });
    expect(await answers()).toEqual(['no_proof_method: the paper is silent']);
    const anew = [{ gap: 'no_proof_method', subjectId: commitment, reason: 'still silent' }];
    expect((await act(staff.officer, id, 'submit', { acknowledgeGaps: anew })).status).toBe(200);
    expect(await answers()).toEqual(['no_proof_method: still silent']);
    await act(staff.verifier, id, 'verify');
    const versions = await read<{ items: { acknowledgedGaps: object[] }[] }>(`/agreements/${id}/versions`);
    expect(versions.items[0]?.acknowledgedGaps).toHaveLength(1);
  });

  it('pass through three people, and say to each what they may do and why not', async () => {
    const { id } = await drafted();
    const offers = async (who: SignedInAccount) => {
      const { draft } = await read<AgreementRecord>(`/agreements/${id}`, who);
      return Object.fromEntries((draft?.allowedActions ?? []).map((one) => [one.action, one.code]));
    };
    expect(await offers(staff.verifier)).toMatchObject({ submit: 'permission_required' });
    await act(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    expect(await offers(staff.verifier)).toMatchObject({
      verify: null,
      return: null,
      approve: 'action_not_possible',
    });
    expect((await act<Problem>(staff.officer, id, 'verify')).body.code).toBe('permission_required');
    const both = await signInAs(api, { grants: [countryWide('officer'), countryWide('verifier')] });
    await act(staff.verifier, id, 'return', { reason: 'please check' });
    await saveDraft(both, id, document());
    await act(both, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    const own = await act<Problem>(both, id, 'verify');
    expect([own.status, own.body.code]).toEqual([403, 'drafter_does_not_verify']);
    expect((await act(staff.verifier, id, 'verify')).status).toBe(200);
    const seen = await staff.director.http<AgreementRecord>('GET', `/agreements/${id}`, {
      headers: { 'accept-language': 'fr' },
    });
    const refused = seen.body.draft?.allowedActions.find(({ action }) => action === 'verify');
    expect(refused?.reason).toBe("Cette étape n'est pas possible dans l'état où se trouve la fiche.");
    expect((await act(staff.director, id, 'approve')).body.version).toMatchObject({ number: 1 });
  });

  it('go back with a reason and out with a reason', async () => {
    const { id } = await drafted();
    await act(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    expect((await act<Problem>(staff.verifier, id, 'return')).body.code).toBe('reason_required');
    expect(
      (await act(staff.verifier, id, 'return', { reason: 'the place is missing' })).body.draft,
    ).toMatchObject({
      state: 'returned',
    });
    expect((await saveDraft(staff.officer, id, document())).status).toBe(200);
    await act(staff.officer, id, 'withdraw', { reason: 'entered twice' });
    expect(await read(`/agreements/${id}/versions/1`)).toMatchObject({ n: 1, state: 'withdrawn' });
    expect((await act<Problem>(staff.officer, id, 'submit')).status).toBe(404);
  });

  it('stay readable by their number, and what one says can be drafted again', async () => {
    const { id, document: first } = await bringIn(staff, document());
    await change(staff, id, 'clerical', (draft) => ({ ...draft, title: { en: 'A fictional center' } }));
    const versions = await read<{ items: Version[] }>(`/agreements/${id}/versions`);
    expect(versions.items.map(({ n, state, kind }) => [n, state, kind])).toEqual([
      [2, 'current', 'clerical'],
      [1, 'superseded', 'first'],
    ]);
    const one = await read<Version>(`/agreements/${id}/versions/1`);
    expect(one.document).toEqual(first);
    const again = await drafted(one.document);
    expect(again.document.commitments[0]?.id).not.toBe(first.commitments[0]?.id);
    const diff = await read<{ differences: Draft['changes'] }>(`/agreements/${id}/versions/2/diff?against=1`);
    expect(diff.differences).toEqual([
      expect.objectContaining({
        path: 'title.en',
        before: 'A fictional centre',
        after: 'A fictional center',
      }),
    ]);
    expect((await staff.officer.http('GET', `/agreements/${id}/versions/3`)).status).toBe(404);
    expect((await staff.officer.http('GET', `/agreements/${id}/versions/x`)).status).toBe(404);
  });

  it('touch what their kind may, and bring along what it asks for', async () => {
    const { id } = await bringIn(staff, document());
    const kindRefuses = async (kind: string, edit: (old: AgreementRecord['document']) => object) => {
      const { body: opened } = await openDraft<Draft>(staff.officer, id, kind);
      await saveDraft(staff.officer, id, edit(opened.document));
      const { body } = await act<Problem>(staff.officer, id, 'submit', {
        acknowledgeGaps: true,
        reason: 'none',
      });
      await act(staff.officer, id, 'withdraw', { reason: 'a test' });
      return [body.code, ...new Set((body.errors ?? []).map(({ code }) => code))];
    };
    const later = (old: AgreementRecord['document']) => ({
      ...old,
      commitments: old.commitments.map((one) => ({ ...one, deadline: { stated: '2030' } })),
    });
    expect(await kindRefuses('clerical', later)).toEqual(['kind_exceeded', 'clerical_is_wording']);
    expect(await kindRefuses('completion', later)).toEqual([
      'kind_exceeded',
      'completion_changes_nothing_stated',
      'completion_wants_source',
    ]);
    expect(await kindRefuses('rectification', later)).toEqual([
      'kind_exceeded',
      'rectification_wants_passage',
    ]);
    expect((await kindRefuses('amendment', later))[0]).toBe('amendment_undescribed');
    expect(await kindRefuses('clerical', (old) => old)).toEqual(['nothing_changes']);
  });

  it('move a deadline by amendment only, from the day on which it holds', async () => {
    const { id, document: first } = await bringIn(staff, document());
    const [commitment] = first.commitments;
    const { body: opened } = await openDraft<Draft>(staff.officer, id, 'amendment');
    const moved = {
      ...opened.document,
      commitments: opened.document.commitments.map((one) => ({ ...one, deadline: { stated: '2029' } })),
    };
    const nowhere = '01890000-0000-7000-8000-000000000000';
    const unknown = await saveDraft<Problem>(staff.officer, id, {
      ...moved,
      amendment: { ...amendment, fileId: nowhere, sourceId: nowhere },
    });
    expect(unknown.body.errors.map(({ field }) => field)).toEqual(['amendment.fileId', 'amendment.sourceId']);
    const future = { ...amendment, effectiveOn: '2190-01-01', sourceId };
    await saveDraft(staff.officer, id, { ...moved, amendment: future });
    await act(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    await act(staff.verifier, id, 'verify');
    const preview = await read<{ effects: object[] }>(`/agreements/${id}/draft/preview`, staff.director);
    expect(preview.effects).toContainEqual(
      expect.objectContaining({ area: 'deadline', subjectId: commitment?.id, before: '2028', after: '2029' }),
    );
    expect(await read(`/agreements/${id}`)).toMatchObject({ version: { number: 1 }, deadlineMoves: [] });
    expect((await act<Problem>(staff.director, id, 'approve')).body.code).toBe('amendment_not_effective_yet');
    await act(staff.director, id, 'return', { reason: 'the day is wrong' });
    await saveDraft(staff.officer, id, { ...moved, amendment: { ...amendment, sourceId } });
    await act(staff.officer, id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    await act(staff.verifier, id, 'verify');
    expect((await act(staff.director, id, 'approve')).status).toBe(200);
    const record = await read<{ deadlineMoves: object[] }>(`/agreements/${id}`);
    expect(record.deadlineMoves).toEqual([
      expect.objectContaining({
        ...{ subjectId: commitment?.id, act: 'amendment', effectiveOn: '2026-06-15', versionNumber: 2 },
        ...{ oldStated: '2028', newStated: '2029' },
      }),
    ]);
    expect(await read(`/agreements/${id}/versions/2`)).toMatchObject({
      amendment: { number: '1', signedOn: '2026-06-01', effectiveOn: '2026-06-15' },
    });
  });

  it('come back both when two people edit at once, with the fields in conflict', async () => {
    const { id, revision } = await drafted();
    const headers = { 'if-match': `"${revision}"` };
    const save = (who: SignedInAccount, body: object) =>
      who.http<Problem & { conflicts: { path: string }[]; theirs: object; yours: object; revision: number }>(
        'PUT',
        `/agreements/${id}/draft`,
        { headers, body },
      );
    const { document: stable } = await read<Draft>(`/agreements/${id}/draft`);
    expect((await save(staff.officer, { ...stable, title: { en: 'Theirs' } })).status).toBe(200);
    const lost = await save(staff.otherOfficer, { ...stable, title: { en: 'Yours' }, note: 'mine alone' });
    expect([lost.status, lost.body.code]).toEqual([409, 'draft_conflict']);
    expect(lost.body.conflicts.map(({ path }) => path)).toEqual(['title.en']);
    expect(lost.body.theirs).toMatchObject({ title: { en: 'Theirs' } });
    expect(lost.body.yours).toMatchObject({ title: { en: 'Yours' }, note: 'mine alone' });
    expect(lost.body.revision).toBe(revision + 1);
    const bare = await staff.officer.http('PUT', `/agreements/${id}/draft`, { body: stable });
    expect(bare.status).toBe(428);
  });

  it('let a director alone do nothing, and with a second director one step', async () => {
    const alone = await signInAs(api, {
      grants: ['officer', 'verifier', 'director'].map(countryWide),
    });
    const { body } = await alone.http<AgreementRecord>('POST', '/agreements', { body: document() });
    await act(alone, body.id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    expect((await act<Problem>(alone, body.id, 'verify')).body.code).toBe('drafter_does_not_verify');
    const grant = (who: SignedInAccount, revision: number) =>
      who.http<Problem>('POST', `/agreements/${body.id}/draft/overrides`, {
        headers: { 'if-match': `"${revision}"` },
        body: { action: 'verify', reason: 'nobody else is there' },
      });
    const revision = await revisionOf(alone, body.id);
    expect((await grant(alone, revision)).body.code).toBe('override_is_of_an_outsider');
    expect((await grant(staff.otherDirector, revision)).status).toBe(201);
    expect((await act(alone, body.id, 'verify')).status).toBe(200);
    expect((await act<Problem>(alone, body.id, 'approve')).body.code).toBe('verifier_does_not_approve');
    expect((await act(staff.director, body.id, 'approve')).status).toBe(200);
    const [entry] = await api.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM audit_entry WHERE subject_id = $1 AND action = 'version.verified'`,
      [body.id],
    );
    expect(entry?.payload).toMatchObject({ overriddenBy: `account:${staff.otherDirector.accountId}` });
  });

  it('void an override with any change', async () => {
    const alone = await signInAs(api, { grants: ['officer', 'verifier', 'director'].map(countryWide) });
    const { body } = await alone.http<AgreementRecord>('POST', '/agreements', { body: document() });
    await act(alone, body.id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    await staff.otherDirector.http('POST', `/agreements/${body.id}/draft/overrides`, {
      headers: { 'if-match': `"${await revisionOf(alone, body.id)}"` },
      body: { action: 'verify', reason: 'nobody else is there' },
    });
    await act(staff.director, body.id, 'return', { reason: 'another figure' });
    await act(alone, body.id, 'submit', { acknowledgeGaps: true, reason: 'none published' });
    expect((await act<Problem>(alone, body.id, 'verify')).body.code).toBe('drafter_does_not_verify');
  });

  it('carry an open draft over when something else becomes current first', async () => {
    const { id } = await bringIn(staff, document());
    const { body: opened } = await openDraft<Draft>(staff.officer, id, 'clerical');
    await saveDraft(staff.officer, id, { ...opened.document, note: 'written in the draft' });
    const annotated = await staff.otherOfficer.http<AgreementRecord>('PATCH', `/agreements/${id}`, {
      headers: { 'if-match': `"${await revisionOf(staff.officer, id)}"` },
      body: { title: { en: 'Annotated meanwhile' } },
    });
    expect(annotated.body).toMatchObject({ version: { number: 2 }, draft: { n: 3, state: 'draft' } });
    const { document: merged } = await read<Draft>(`/agreements/${id}/draft`);
    expect(merged).toMatchObject({ title: { en: 'Annotated meanwhile' }, note: 'written in the draft' });
  });
});
