import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/kernel';
import { SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { TestApi, startTestApi } from '../../support/application';

interface Request {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly overdue: boolean;
  readonly requester: { readonly name: string | null };
}

const CHECKED = { how: 'in_person', on: '2026-01-05' };

describe('requests about personal data', () => {
  let api: TestApi;
  let legal: SignedInAccount;
  let officer: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi();
    legal = await signInAs(api, { grants: [countryWide('legal')] });
    officer = await signInAs(api, { grants: [countryWide('officer')] });
  });
  afterAll(() => api.close());

  const record = (body: object = {}) =>
    officer.http<Request>('POST', '/data-requests', {
      body: { kind: 'access', requester: { name: 'Salma Bennani' }, receivedOn: '2026-01-04', ...body },
    });
  const step = <Body = Request>({ id, revision }: Request, verb: string, body: object = {}) =>
    legal.http<Body>('POST', `/data-requests/${id}/${verb}`, {
      body,
      headers: { 'if-match': `"${revision}"` },
    });
  const person = async (name: string) =>
    (
      await api.http<{ id: string }>('POST', '/persons', {
        body: { names: [{ value: name }], note: 'met once' },
      })
    ).body.id;
  const entries = (action: string) =>
    api.dataSource.query<{ actor: string; subject_id: string; payload: object; reason: string | null }[]>(
      'SELECT actor, subject_id, payload, reason FROM audit_entry WHERE action = $1 ORDER BY at, id',
      [action],
    );

  /** An agreement signed by the person, replaced once: two versions that name them. */
  async function agreementSignedBy(personId: string, note: string | null = null) {
    const body = {
      title: { en: 'A fictional centre' },
      instrumentType: 'memorandum_of_understanding',
      legalState: 'signed',
      signing: { date: { stated: '2025-04-15' } },
      parties: [{ id: 'p1', role: 'investor', described: { en: 'A company' } }],
      signatories: [{ id: 's1', role: 'signatory', partyId: 'p1', personId, capacity: 'wali of the region' }],
      commitments: [],
      citations: [],
      note,
    };
    interface Logged {
      readonly id: string;
      readonly revision: number;
      readonly document: Record<string, unknown>;
    }
    const logged = await api.http<Logged>('POST', '/agreements', { body });
    expect(logged).toMatchObject({ status: 201 });
    const replaced = await api.http('PUT', `/agreements/${logged.body.id}`, {
      body: { ...logged.body.document, title: { en: 'A fictional centre, renamed' } },
      headers: { 'if-match': `"${logged.body.revision}"` },
    });
    expect(replaced).toMatchObject({ status: 200 });
    return logged.body.id;
  }

  it('come from somebody without an account, are due after thirty calendar days and show when they are late', async () => {
    const recorded = await record({
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
    const late = await officer.http<{ items: Request[] }>(
      'GET',
      '/data-requests?overdue=true&state=open&kind=access',
    );
    expect(late.body.items.map(({ id }) => id)).toContain(recorded.body.id);
    const [entry] = await entries('data_request.recorded');
    expect(JSON.stringify(entry)).not.toMatch(/Salma|home\.test|What do/);
  });

  it('are refused with the number of a card, without a known subject and from a day to come', async () => {
    await expect(record({ requester: { name: 'Salma Bennani AB123456' } })).resolves.toMatchObject({
      status: 400,
      body: { errors: [{ field: 'requester.name', code: 'identity_number' }] },
    });
    await expect(
      record({ personId: '01900000-0000-7000-8000-000000000000', receivedOn: '2026-01-04' }),
    ).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'personId', code: 'unknown_reference' }] },
    });
    await expect(record({ receivedOn: '2199-01-01' })).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'receivedOn', code: 'day_to_come' }] },
    });
  });

  it('hand nothing out before the identity is checked and the subject is known', async () => {
    const { body: request } = await record();
    const ask = () => legal.http('GET', `/data-requests/${request.id}/export`);
    await expect(ask()).resolves.toMatchObject({ status: 409, body: { code: 'identity_not_checked' } });
    await expect(step(request, 'decision', { outcome: 'granted' })).resolves.toMatchObject({
      status: 409,
      body: { code: 'identity_not_checked' },
    });
    const checked = await officer.http<Request>('PATCH', `/data-requests/${request.id}`, {
      body: { identityCheck: CHECKED },
      headers: { 'if-match': '"1"' },
    });
    expect(checked).toMatchObject({ status: 200, body: { identityCheck: CHECKED, revision: 2 } });
    await expect(ask()).resolves.toMatchObject({ status: 409, body: { code: 'subject_unknown' } });
    await expect(officer.http('GET', `/data-requests/${request.id}/export`)).resolves.toMatchObject({
      status: 403,
    });
    const granted = await step(checked.body, 'decision', { outcome: 'granted' });
    expect(granted.body).toMatchObject({ state: 'granted', decision: { outcome: 'granted' } });
    const closed = await step(granted.body, 'closing');
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', overdue: false } });
    await expect(step(closed.body, 'decision', { outcome: 'granted' })).resolves.toMatchObject({
      status: 409,
      body: { code: 'data_request_closed' },
    });
  });

  it('of an official who opposes being named in a public act may be refused, with the reason', async () => {
    const personId = await person('Hakim Oppose');
    await agreementSignedBy(personId);
    const { body: request } = await record({ kind: 'opposition', personId });
    await expect(step(request, 'decision', { outcome: 'refused' })).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'reason', code: 'decision_reason_required' }] },
    });
    const reason = 'signed in a public capacity, law 31-13';
    const refused = await step(request, 'decision', { outcome: 'refused', reason });
    expect(refused).toMatchObject({
      status: 200,
      body: { state: 'closed', decision: { outcome: 'refused', reason, by: `account:${legal.accountId}` } },
    });
    const decided = await entries('data_request.decided');
    expect(decided.find(({ subject_id }) => subject_id === request.id)).toMatchObject({
      reason,
      payload: { outcome: 'refused' },
    });
  });

  it('export what is held about a person, and the export is noted', async () => {
    const personId = await person('Nadia Tazi');
    const agreementId = await agreementSignedBy(personId, 'Nadia Tazi spoke at the ceremony');
    const { body: request } = await record({ personId, identityCheck: CHECKED });
    const exported = await legal.http('GET', `/data-requests/${request.id}/export`);
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
    await expect(entries('data_request.exported')).resolves.toMatchObject([
      { actor: `account:${legal.accountId}`, subject_id: request.id, payload: { personId, accountId: null } },
    ]);
  });

  it('export what is held about an account without a secret', async () => {
    const holder = await signInAs(api, { grants: [countryWide('verifier')], name: 'Omar Verif' });
    await holder.http('GET', '/persons');
    const { body: request } = await record({ accountId: holder.accountId, identityCheck: CHECKED });
    const exported = await legal.http<{ account: object }>('GET', `/data-requests/${request.id}/export`);
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
        positions: [],
        mails: [],
        entriesByThem: [{ action: 'person.listed' }],
      },
    });
    expect(JSON.stringify(exported.body)).not.toMatch(/sha256|password|token_|secret/i);
  });

  describe('for erasure', () => {
    it('take no name out of a public act unless that is decided, and then break no digest', async () => {
      const personId = await person('Rachid Efface');
      const agreementId = await agreementSignedBy(personId);
      const { body: request } = await record({ kind: 'erasure', personId, identityCheck: CHECKED });
      await expect(step(request, 'decision', { outcome: 'granted' })).resolves.toMatchObject({
        status: 409,
        body: {
          code: 'public_names_need_decision',
          title: expect.stringContaining('1 agreements') as string,
        },
      });
      await expect(step(request, 'erasure')).resolves.toMatchObject({
        status: 409,
        body: { code: 'data_request_not_granted' },
      });
      const reason = 'never held the office';
      const granted = await step(request, 'decision', {
        outcome: 'granted',
        erasesPublicNames: true,
        reason,
      });
      const before = await digests(agreementId);
      const erased = await step<Record<string, unknown>>(granted.body, 'erasure');
      expect(erased).toMatchObject({
        status: 200,
        body: { request: { state: 'closed' }, values: 3, namesKeptUnder: null },
      });
      // One name, the capacity of the one signatory that both versions share, and the note.
      expect(await digests(agreementId)).toEqual(before);
      await expect(held('Rachid Efface')).resolves.toBe(0);

      await expect(api.http('GET', `/agreements/${agreementId}`)).resolves.toMatchObject({
        status: 200,
        body: {
          signatories: [
            {
              personId,
              name: null,
              nameAbsence: 'erased',
              capacity: null,
              capacityAbsence: 'erased',
              absence: null,
            },
          ],
        },
      });
      const shown = await api.http<Request>('GET', `/persons/${personId}`);
      expect(shown.body).toMatchObject({ names: [], note: null, erasedAt: expect.any(String) as string });
      await expect(api.http('GET', '/persons?q=efface')).resolves.toMatchObject({ body: { total: 0 } });
      await expect(api.http('GET', '/persons?limit=100')).resolves.toMatchObject({ status: 200 });
      await expect(api.http('GET', '/agreements?q=fictional')).resolves.toMatchObject({ status: 200 });
      await expect(
        api.http('PATCH', `/persons/${personId}`, {
          body: { names: [{ value: 'Rachid Efface' }] },
          headers: { 'if-match': `"${shown.body.revision}"` },
        }),
      ).resolves.toMatchObject({ status: 409, body: { code: 'person_erased' } });
    });

    it('granted in part keep the names under the recorded legal basis', async () => {
      const personId = await person('Leila Reste');
      await agreementSignedBy(personId);
      const { body: request } = await record({ kind: 'erasure', personId, identityCheck: CHECKED });
      const granted = await step(request, 'decision', { outcome: 'granted_in_part', reason: 'public act' });
      await expect(step(granted.body, 'erasure')).resolves.toMatchObject({
        status: 200,
        body: { values: 1, namesKeptUnder: expect.stringContaining('loi 31-13') as string },
      });
      await expect(api.http('GET', `/persons/${personId}`)).resolves.toMatchObject({
        body: { names: [{ value: 'Leila Reste' }], note: null, erasedAt: null },
      });
    });

    it('take a person in no agreement without another word', async () => {
      const personId = await person('Sans Accord');
      const { body: request } = await record({ kind: 'erasure', personId, identityCheck: CHECKED });
      const granted = await step(request, 'decision', { outcome: 'granted' });
      await expect(step(granted.body, 'closing')).resolves.toMatchObject({
        status: 409,
        body: { code: 'erasure_not_carried_out' },
      });
      await expect(step(granted.body, 'erasure')).resolves.toMatchObject({
        status: 200,
        body: { values: 2 },
      });
    });

    it('take an account: its holder is out at once, mails to the address lose it, the trail keeps the id', async () => {
      const holder = await signInAs(api, { grants: [countryWide('auditor')], name: 'Driss Parti' });
      await api.dataSource.query(
        `INSERT INTO sent_mail (message_id, recipients, subject, language, body, transport, file, topic, sent_at)
         VALUES ('1@x', $1, 'hello', 'fr', 'dear Driss', 'file', 'nowhere.eml', 'deadline_ahead', '2026-01-01'),
                ('2@x', $2, 'hello', 'fr', NULL, 'smtp', NULL, 'deadline_ahead', '2026-01-01')`,
        [[holder.email], [holder.email, 'other@accounts.test']],
      );
      const { body: request } = await record({
        kind: 'erasure',
        accountId: holder.accountId,
        identityCheck: CHECKED,
      });
      const granted = await step(request, 'decision', { outcome: 'granted' });
      await expect(step(granted.body, 'erasure')).resolves.toMatchObject({ status: 200, body: { mails: 2 } });
      await expect(holder.http('GET', '/persons')).resolves.toMatchObject({ status: 401 });
      await expect(
        api.dataSource.query('SELECT name, active, password_hash FROM account WHERE id = $1', [
          holder.accountId,
        ]),
      ).resolves.toEqual([{ name: null, active: false, password_hash: null }]);
      await expect(held(holder.email)).resolves.toBe(0);
      await expect(
        api.dataSource.query(
          `SELECT recipients, body, erased_at IS NOT NULL AS erased FROM sent_mail ORDER BY message_id`,
        ),
      ).resolves.toEqual([
        { recipients: [], body: null, erased: true },
        { recipients: ['other@accounts.test'], body: null, erased: false },
      ]);
      await expect(api.http('GET', '/outbox')).resolves.toMatchObject({ status: 200, body: { total: 2 } });
      const [entry] = await entries('account.erased');
      expect(entry?.subject_id).toBe(holder.accountId);
    });

    it('leave an account that holds a position until the position is handed on', async () => {
      const holder = await signInAs(api, { grants: [countryWide('officer')] });
      await api.dataSource.query(
        `INSERT INTO "position" (id, name_en, holder_account_id) VALUES (gen_random_uuid(), 'A desk', $1)`,
        [holder.accountId],
      );
      const { body: request } = await record({
        kind: 'erasure',
        accountId: holder.accountId,
        identityCheck: CHECKED,
      });
      const granted = await step(request, 'decision', { outcome: 'granted' });
      await expect(step(granted.body, 'erasure')).resolves.toMatchObject({
        status: 409,
        body: { code: 'account_holds_position' },
      });
    });
  });

  async function digests(agreementId: string): Promise<string[]> {
    const rows = await api.dataSource.query<{ document: object; document_sha256: string }[]>(
      'SELECT document, document_sha256 FROM agreement_version WHERE agreement_id = $1 ORDER BY number',
      [agreementId],
    );
    expect(rows.length).toBe(2);
    for (const { document, document_sha256 } of rows) {
      expect(createHash('sha256').update(canonicalJson(document)).digest('hex')).toBe(document_sha256);
    }
    return rows.map(({ document_sha256 }) => document_sha256);
  }

  /** In how many rows of the whole database a text stands. */
  async function held(text: string): Promise<number> {
    const tables = await api.dataSource.query<{ name: string }[]>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    let rows = 0;
    for (const { name } of tables) {
      const [found] = await api.dataSource.query<[{ count: number }]>(
        `SELECT count(*)::int AS count FROM ${name} AS t WHERE strpos(t::text, $1) > 0`,
        [text],
      );
      rows += found.count;
    }
    return rows;
  }
});
