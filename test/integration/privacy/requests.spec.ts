import { countryWide, signInAs } from '../../support/accounts';
import { act } from '../../support/agreements';
import { AnsweredRequest, CHECKED, DataRequestDesk } from '../../support/data-requests';

describe('requests about personal data', () => {
  let desk: DataRequestDesk;

  beforeAll(async () => {
    desk = await DataRequestDesk.open();
  });
  afterAll(() => desk.api.close());

  it('come from somebody without an account, are due after thirty calendar days and show when they are late', async () => {
    const recorded = await desk.record({
      requester: { name: 'Salma Bennani', contact: 'salma@home.test', words: 'What do you hold about me?' },
    });
    expect(recorded).toMatchObject({
      status: 201,
      body: {
        kind: 'access',
        state: 'open',
        requester: { name: 'Salma Bennani', contact: 'salma@home.test', words: 'What do you hold about me?' },
        receivedOn: '2026-01-04',
        dueOn: '2026-02-03',
        overdue: true,
        subject: { kind: 'unknown', id: null },
        identityCheck: null,
        decision: null,
      },
    });
    const late = await desk.officer.http<{ items: AnsweredRequest[] }>(
      'GET',
      '/data-requests?overdue=true&state=open&kind=access',
    );
    expect(late.body.items.map(({ id }) => id)).toContain(recorded.body.id);
    const [entry] = await desk.entries('data_request.recorded');
    expect(JSON.stringify(entry)).not.toMatch(/Salma|home\.test|What do/);
  });

  it('are refused with the number of a card, without a known subject and from a day to come', async () => {
    await expect(desk.record({ requester: { name: 'Salma Bennani AB123456' } })).resolves.toMatchObject({
      status: 400,
      body: { errors: [{ field: 'requester.name', code: 'identity_number' }] },
    });
    await expect(
      desk.record({ personId: '01900000-0000-7000-8000-000000000000', receivedOn: '2026-01-04' }),
    ).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'personId', code: 'unknown_reference' }] },
    });
    await expect(desk.record({ receivedOn: '2199-01-01' })).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'receivedOn', code: 'day_to_come' }] },
    });
  });

  it('hand nothing out before the identity is checked and the subject is known', async () => {
    const { body: request } = await desk.record();
    const ask = () => desk.legal.http('GET', `/data-requests/${request.id}/export`);
    await expect(ask()).resolves.toMatchObject({ status: 409, body: { code: 'identity_not_checked' } });
    await expect(desk.step(request, 'decision', { outcome: 'granted' })).resolves.toMatchObject({
      status: 409,
      body: { code: 'identity_not_checked' },
    });
    const checked = await desk.officer.http<AnsweredRequest>('PATCH', `/data-requests/${request.id}`, {
      body: { identityCheck: CHECKED },
      headers: { 'if-match': '"1"' },
    });
    expect(checked).toMatchObject({ status: 200, body: { identityCheck: CHECKED, revision: 2 } });
    await expect(ask()).resolves.toMatchObject({ status: 409, body: { code: 'subject_unknown' } });
    await expect(desk.officer.http('GET', `/data-requests/${request.id}/export`)).resolves.toMatchObject({
      status: 403,
    });
    const granted = await desk.step(checked.body, 'decision', { outcome: 'granted' });
    expect(granted.body).toMatchObject({ state: 'granted', decision: { outcome: 'granted' } });
    const closed = await desk.step(granted.body, 'closing');
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', overdue: false } });
    await expect(desk.step(closed.body, 'decision', { outcome: 'granted' })).resolves.toMatchObject({
      status: 409,
      body: { code: 'data_request_closed' },
    });
  });

  it('of an official who opposes being named in a public act may be refused, with the reason', async () => {
    const personId = await desk.recordPerson('Hakim Oppose');
    await desk.agreementSignedBy(personId);
    const { body: request } = await desk.record({ kind: 'opposition', personId });
    await expect(desk.step(request, 'decision', { outcome: 'refused' })).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'reason', code: 'decision_reason_required' }] },
    });
    const reason = 'signed in a public capacity, law 31-13';
    const refused = await desk.step(request, 'decision', { outcome: 'refused', reason });
    expect(refused).toMatchObject({
      status: 200,
      body: {
        state: 'closed',
        decision: { outcome: 'refused', reason, by: `account:${desk.legal.accountId}` },
      },
    });
    const decided = await desk.entries('data_request.decided');
    expect(decided.find(({ subject_id }) => subject_id === request.id)).toMatchObject({
      reason,
      payload: { outcome: 'refused' },
    });
  });

  it('export what is held about a person, and the export is noted', async () => {
    const personId = await desk.recordPerson('Nadia Tazi');
    const agreementId = await desk.agreementSignedBy(personId, 'Nadia Tazi spoke at the ceremony');
    const { body: request } = await desk.record({ personId, identityCheck: CHECKED });
    const exported = await desk.legal.http('GET', `/data-requests/${request.id}/export`);
    expect(exported).toMatchObject({
      status: 200,
      body: {
        request: { id: request.id, kind: 'access', receivedOn: '2026-01-04' },
        subject: { kind: 'person', id: personId },
        account: null,
        person: {
          id: personId,
          names: [{ value: 'Nadia Tazi', language: null, preferred: true }],
          note: 'met once',
          erasedAt: null,
          signatures: [
            { agreementId, version: 1, current: false, capacity: 'wali of the region' },
            { agreementId, version: 2, current: true, capacity: 'wali of the region' },
          ],
          namedInWords: [
            { agreementId, version: 1 },
            { agreementId, version: 2 },
          ],
          entries: [{ action: 'person.recorded', subjectId: personId }],
        },
      },
    });
    await expect(desk.entries('data_request.exported')).resolves.toMatchObject([
      {
        actor: `account:${desk.legal.accountId}`,
        subject_id: request.id,
        payload: { personId, accountId: null },
      },
    ]);
  });

  it('export what drafts hold about a person, be they open or withdrawn', async () => {
    const personId = await desk.recordPerson('Imane Berrada');
    const draftNaming = async (note: string | null) => {
      const { body } = await desk.officer.http<{ id: string }>('POST', '/agreements', {
        body: {
          title: { en: 'A fictional draft' },
          signatories: [{ id: 's1', role: 'signatory', personId, capacity: 'dean' }],
          note,
        },
      });
      return body.id;
    };
    const open = await draftNaming(null);
    const dropped = await draftNaming('Imane Berrada was there');
    expect((await act(desk.officer, dropped, 'withdraw', { reason: 'entered twice' })).status).toBe(200);
    const { body: request } = await desk.record({ personId, identityCheck: CHECKED });
    const { body } = await desk.legal.http<{
      person: { signatures: { agreementId: string }[]; namedInWords: object[] };
    }>('GET', `/data-requests/${request.id}/export`);
    expect(body.person.signatures.map(({ agreementId }) => agreementId).sort()).toEqual(
      [open, dropped].sort(),
    );
    expect(body.person.signatures).toContainEqual(
      expect.objectContaining({ agreementId: open, version: 1, current: false, capacity: 'dean' }),
    );
    expect(body.person.namedInWords).toEqual([expect.objectContaining({ agreementId: dropped, version: 1 })]);
  });

  it('export what is held about an account without a secret', async () => {
    const holder = await signInAs(desk.api, { grants: [countryWide('verifier')], name: 'Omar Verif' });
    await holder.http('GET', '/persons');
    await desk.api.dataSource.query(
      `INSERT INTO api_token (id, account_id, name, token_sha256, permissions, second_factor, created_at, expires_at)
       VALUES (gen_random_uuid(), $1, 'my script', sha256('x'), '{person.read}', false, '2026-01-01', '2026-02-01')`,
      [holder.accountId],
    );
    const { body: request } = await desk.record({ accountId: holder.accountId, identityCheck: CHECKED });
    const exported = await desk.legal.http<{ account: object }>('GET', `/data-requests/${request.id}/export`);
    expect(exported.body).toMatchObject({
      person: null,
      account: {
        account: {
          id: holder.accountId,
          email: holder.email,
          name: 'Omar Verif',
          active: true,
          grants: [{ role: 'verifier', scope: { kind: 'country' } }],
        },
        sessions: [{ address: null, agent: null }],
        tokens: [{ name: 'my script', permissions: ['person.read'], revokedAt: null }],
        secondFactorSince: null,
        invitations: [],
        positions: [],
        mails: [],
        entriesByThem: [{ action: 'person.listed' }],
      },
    });
    expect(JSON.stringify(exported.body)).not.toMatch(/sha256|password|secret"/i);
  });
});
