import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/kernel';
import { countryWide, signInAs } from '../../support/accounts';
import { AnsweredRequest, CHECKED, DataRequestDesk } from '../../support/data-requests';

describe('erasures', () => {
  let desk: DataRequestDesk;

  beforeAll(async () => {
    desk = await DataRequestDesk.open();
  });
  afterAll(() => desk.api.close());

  it('take no name out of a public act unless that is decided, and then break no digest', async () => {
    const personId = await desk.recordPerson('Rachid Efface');
    const agreementId = await desk.agreementSignedBy(personId);
    const { body: request } = await desk.record({ kind: 'erasure', personId, identityCheck: CHECKED });
    await expect(desk.step(request, 'decision', { outcome: 'granted' })).resolves.toMatchObject({
      status: 409,
      body: {
        code: 'public_names_need_decision',
        title: expect.stringContaining('1 agreements') as string,
      },
    });
    await expect(desk.step(request, 'erasure')).resolves.toMatchObject({
      status: 409,
      body: { code: 'data_request_not_granted' },
    });
    const reason = 'never held the office';
    const granted = await desk.step(request, 'decision', {
      outcome: 'granted',
      erasesPublicNames: true,
      reason,
    });
    const before = await digests(agreementId);
    const erased = await desk.step<Record<string, unknown>>(granted.body, 'erasure');
    expect(erased).toMatchObject({
      status: 200,
      body: { request: { state: 'closed' }, values: 3, namesKeptUnder: null },
    });
    // One name, the capacity of the one signatory that both versions share, and the note.
    expect(await digests(agreementId)).toEqual(before);
    await expect(held('Rachid Efface')).resolves.toBe(0);

    await expect(desk.api.http('GET', `/agreements/${agreementId}`)).resolves.toMatchObject({
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
    const shown = await desk.api.http<AnsweredRequest>('GET', `/persons/${personId}`);
    expect(shown.body).toMatchObject({ names: [], note: null, erasedAt: expect.any(String) as string });
    await expect(desk.api.http('GET', '/persons?q=efface')).resolves.toMatchObject({ body: { total: 0 } });
    await expect(desk.api.http('GET', '/persons?limit=100')).resolves.toMatchObject({ status: 200 });
    await expect(desk.api.http('GET', '/agreements?q=fictional')).resolves.toMatchObject({ status: 200 });
    await expect(
      desk.api.http('PATCH', `/persons/${personId}`, {
        body: { names: [{ value: 'Rachid Efface' }] },
        headers: { 'if-match': `"${shown.body.revision}"` },
      }),
    ).resolves.toMatchObject({ status: 409, body: { code: 'person_erased' } });
  });

  it('granted in part keep the names under the recorded legal basis', async () => {
    const personId = await desk.recordPerson('Leila Reste');
    await desk.agreementSignedBy(personId);
    const { body: request } = await desk.record({ kind: 'erasure', personId, identityCheck: CHECKED });
    const granted = await desk.step(request, 'decision', {
      outcome: 'granted_in_part',
      reason: 'public act',
    });
    await expect(desk.step(granted.body, 'erasure')).resolves.toMatchObject({
      status: 200,
      body: { values: 1, namesKeptUnder: expect.stringContaining('loi 31-13') as string },
    });
    await expect(desk.api.http('GET', `/persons/${personId}`)).resolves.toMatchObject({
      body: { names: [{ value: 'Leila Reste' }], note: null, erasedAt: null },
    });
  });

  it('take a person in no agreement without another word', async () => {
    const personId = await desk.recordPerson('Sans Accord');
    const { body: request } = await desk.record({ kind: 'erasure', personId, identityCheck: CHECKED });
    const granted = await desk.step(request, 'decision', { outcome: 'granted' });
    await expect(desk.step(granted.body, 'closing')).resolves.toMatchObject({
      status: 409,
      body: { code: 'erasure_not_carried_out' },
    });
    await expect(desk.step(granted.body, 'erasure')).resolves.toMatchObject({
      status: 200,
      body: { values: 2 },
    });
  });

  it('take an account: its holder is out at once, mails to the address lose it, the trail keeps the id', async () => {
    const holder = await signInAs(desk.api, { grants: [countryWide('auditor')], name: 'Driss Parti' });
    await desk.api.dataSource.query(
      `INSERT INTO sent_mail (message_id, recipients, subject, language, body, transport, file, topic, sent_at)
         VALUES ('1@x', $1, 'hello', 'fr', 'dear Driss', 'file', 'nowhere.eml', 'deadline_ahead', '2026-01-01'),
                ('2@x', $2, 'hello', 'fr', NULL, 'smtp', NULL, 'deadline_ahead', '2026-01-01')`,
      [[holder.email], [holder.email, 'other@accounts.test']],
    );
    await desk.api.dataSource.query(
      `INSERT INTO invitation (id, kind, state, email, name, language, issued_by, issued_at, expires_at, accepted_by,
                                 accepted_at)
         VALUES (gen_random_uuid(), 'staff', 'accepted', $2, 'Driss Parti', 'fr', $3, '2026-01-01', '2026-01-08', $1,
                 '2026-01-02')`,
      [holder.accountId, holder.email, desk.legal.accountId],
    );
    const { body: request } = await desk.record({
      kind: 'erasure',
      accountId: holder.accountId,
      identityCheck: CHECKED,
    });
    const granted = await desk.step(request, 'decision', { outcome: 'granted' });
    await expect(desk.step(granted.body, 'erasure')).resolves.toMatchObject({
      status: 200,
      body: { mails: 2 },
    });
    await expect(holder.http('GET', '/persons')).resolves.toMatchObject({ status: 401 });
    await expect(
      desk.api.dataSource.query('SELECT name, active, password_hash FROM account WHERE id = $1', [
        holder.accountId,
      ]),
    ).resolves.toEqual([{ name: null, active: false, password_hash: null }]);
    await expect(held(holder.email)).resolves.toBe(0);
    await expect(held('Driss Parti')).resolves.toBe(0);
    await expect(
      desk.api.dataSource.query(
        `SELECT recipients, body, erased_at IS NOT NULL AS erased FROM sent_mail ORDER BY message_id`,
      ),
    ).resolves.toEqual([
      { recipients: [], body: null, erased: true },
      { recipients: ['other@accounts.test'], body: null, erased: false },
    ]);
    await expect(desk.api.http('GET', '/outbox')).resolves.toMatchObject({ status: 200, body: { total: 2 } });
    const [entry] = await desk.entries('account.erased');
    expect(entry?.subject_id).toBe(holder.accountId);
  });

  it('leave the last administrator of the whole installation', async () => {
    const [first] = await desk.api.dataSource.query<{ id: string }[]>(
      'SELECT id FROM account WHERE email = $1',
      [desk.api.credentials.email],
    );
    const { body: request } = await desk.record({
      kind: 'erasure',
      accountId: first?.id,
      identityCheck: CHECKED,
    });
    const granted = await desk.step(request, 'decision', { outcome: 'granted' });
    await expect(desk.step(granted.body, 'erasure')).resolves.toMatchObject({
      status: 409,
      body: { code: 'last_administrator' },
    });
  });

  it('leave an account that holds a position until the position is handed on', async () => {
    const holder = await signInAs(desk.api, { grants: [countryWide('officer')] });
    await desk.api.dataSource.query(
      `INSERT INTO "position" (id, name_en, holder_account_id) VALUES (gen_random_uuid(), 'A desk', $1)`,
      [holder.accountId],
    );
    const { body: request } = await desk.record({
      kind: 'erasure',
      accountId: holder.accountId,
      identityCheck: CHECKED,
    });
    const granted = await desk.step(request, 'decision', { outcome: 'granted' });
    await expect(desk.step(granted.body, 'erasure')).resolves.toMatchObject({
      status: 409,
      body: { code: 'account_holds_position' },
    });
  });

  async function digests(agreementId: string): Promise<string[]> {
    const rows = await desk.api.dataSource.query<{ document: object; document_sha256: string }[]>(
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
    const tables = await desk.api.dataSource.query<{ name: string }[]>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    let rows = 0;
    for (const { name } of tables) {
      const [found] = await desk.api.dataSource.query<[{ count: number }]>(
        `SELECT count(*)::int AS count FROM ${name} AS t WHERE strpos(t::text, $1) > 0`,
        [text],
      );
      rows += found.count;
    }
    return rows;
  }
});
