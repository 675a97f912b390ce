import { MakeCheckpoint } from '@app/audit';
import { calendarDate } from '@app/kernel';
import { newId } from '@app/platform';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { logCurrent, revisionOf } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { Forger } from '../../support/forged-trail';
import { noteOne, sealAll } from '../../support/trail';
import { personal } from '@app/audit';

interface Entry {
  id: string;
  at: string;
  actor: string;
  actorName: string | null;
  onBehalfOf: string | null;
  action: string;
  subjectId: string;
  payload: Record<string, unknown>;
  requestId: string | null;
  address: string | null;
  sequence: number | null;
  linkSha256: string | null;
  personalValues?: { pointer: string; value: string | null }[];
}
interface Page {
  items: Entry[];
  total: number;
  nextCursor: string | null;
}

let api: TestApi;
let officer: SignedInAccount;
let auditor: SignedInAccount;
beforeAll(async () => {
  api = await startTestApi();
  officer = await signInAs(api, { grants: [countryWide('officer')], name: 'Amina Officer' });
  auditor = await signInAs(api, { grants: [countryWide('auditor')] });
});
afterAll(() => api.close());

const record = async (url: string) => {
  const answer = await officer.http<{ id: string; revision: number }>('POST', '/sources', { body: { url } });
  expect(answer.status).toBe(201);
  return answer;
};
const trail = async (query: string) => {
  const answer = await auditor.http<Page>('GET', `/audit?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('the audit trail', () => {
  it('says who did what to which record, from where and in which request', async () => {
    const { headers, body } = await record('https://press.test/who');
    const { items } = await trail(`subjectId=${body.id}`);
    expect(items).toEqual([
      expect.objectContaining({
        actor: `account:${officer.accountId}`,
        actorName: 'Amina Officer',
        action: 'source.recorded',
        subjectType: 'source',
        requestId: headers['x-request-id'],
        address: '127.0.0.0/24',
        tokenId: null,
        sequence: null,
        linkSha256: null,
      }),
    ]);
  });

  it('shows what changed, before and after, on the record itself', async () => {
    const { body } = await record('https://press.test/changed');
    const headers = { 'if-match': `"${body.revision}"` };
    await officer.http('PATCH', `/sources/${body.id}`, { headers, body: { title: 'Corrected' } });
    const history = await officer.http<Page>('GET', `/sources/${body.id}/history`);
    expect(history.body.items.map(({ action }) => action)).toEqual(['source.corrected', 'source.recorded']);
    expect(history.body.items[0]).toMatchObject({
      actorName: 'Amina Officer',
      payload: { changed: { title: { from: null, to: 'Corrected' } } },
    });
    await expect(officer.http('GET', `/sources/${newId()}/history`)).resolves.toMatchObject({ status: 404 });
  });

  it('says for which position a delegate changed an agreement', async () => {
    const [position] = await api.dataSource.query<[{ id: string }]>(
      `SELECT id FROM "position" WHERE key = 'register-owner'`,
    );
    const id = await logCurrent(api, {
      title: { en: 'A fictional centre' },
      instrumentType: 'investment_convention',
      legalState: 'signed',
    });
    const first = await revisionOf(officer, id);
    const retitle = async (revision: number) =>
      officer.http('PATCH', `/agreements/${id}`, {
        headers: { 'if-match': `"${revision}"` },
        body: { title: { en: `A fictional centre, again ${revision}` } },
      });
    await retitle(first);
    await api.dataSource.query(
      `UPDATE "position" SET delegate_account_id = $1, delegate_from = '2020-01-01', delegate_until = '2199-01-01'`,
      [officer.accountId],
    );
    await retitle(first + 1);
    const { items } = await trail(`subjectId=${id}&action=agreement.annotated`);
    expect(items.map(({ onBehalfOf }) => onBehalfOf)).toEqual([`position:${position.id}`, null]);
  });

  it('is filtered by each of its filters, the latest first, page by page', async () => {
    const { headers, body } = await record('https://press.test/filtered');
    const mine = (page: Page) => page.items.some(({ subjectId }) => subjectId === body.id);
    const today = new Date().toISOString().slice(0, 10);
    const yes = [
      `actor=account:${officer.accountId}`,
      'action=source.recorded',
      'subjectType=source',
      `account=${officer.accountId}`,
      `requestId=${headers['x-request-id']}`,
      'sealed=false',
      'from=2026-01-01',
      `to=${nextDay(today)}`,
    ];
    for (const query of yes) expect([query, mine(await trail(`${query}&limit=100`))]).toEqual([query, true]);
    expect((await trail(yes.join('&'))).items).toHaveLength(1);
    const no = [
      'actor=system:audit',
      'action=source.corrected',
      'subjectType=agreement',
      `account=${auditor.accountId}`,
      `requestId=${newId()}`,
      'sealed=true',
      'from=2199-01-01',
      'to=2020-01-01',
    ];
    for (const query of no) expect([query, mine(await trail(query))]).toEqual([query, false]);
    const first = await trail('limit=2');
    const second = await trail(`limit=2&cursor=${first.nextCursor}`);
    const times = [...first.items, ...second.items].map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
  });

  it('shows the place in the chain once an entry is sealed', async () => {
    const { body } = await record('https://press.test/sealed');
    await sealAll(api.app);
    const { items } = await trail(`subjectId=${body.id}&sealed=true`);
    expect(items).toEqual([
      expect.objectContaining({
        sequence: expect.any(Number) as number,
        linkSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      }),
    ]);
  });

  it('shows a personal value to whoever reads the one entry, and notes that they did', async () => {
    const subjectId = await noteOne(api.app, { name: personal('Amina'), other: 1 });
    const { items } = await trail(`subjectId=${subjectId}`);
    expect(JSON.stringify(items)).not.toContain('Amina');
    const shown = await auditor.http<Entry>('GET', `/audit/${items[0]?.id}`);
    expect(shown.body.personalValues).toEqual([{ pointer: '/name', value: 'Amina' }]);
    const reads = await trail(`subjectId=${items[0]?.id}`);
    expect(reads.items).toEqual([
      expect.objectContaining({
        action: 'audit_entry.personal_values_read',
        actor: `account:${auditor.accountId}`,
        payload: { pointers: ['/name'] },
      }),
    ]);
    await expect(auditor.http('GET', `/audit/${newId()}`)).resolves.toMatchObject({ status: 404 });
  });

  it('is closed to those who are no auditors', async () => {
    await expect(officer.http('GET', '/audit')).resolves.toMatchObject({ status: 403 });
    await expect(api.http('GET', '/audit', { anonymous: true })).resolves.toMatchObject({ status: 401 });
  });

  it('refuses questions that nothing answers', async () => {
    for (const query of [
      'actor=me',
      'subjectId=x',
      'from=yesterday',
      'sealed=perhaps',
      'cursor=x',
      'who=me',
    ]) {
      await expect(auditor.http('GET', `/audit?${query}`)).resolves.toMatchObject({ status: 400 });
    }
  });
});

describe('the history of a record', () => {
  it.each([
    ['regions', 'region'],
    ['zones', 'zone'],
    ['sectors', 'sector'],
    ['holidays', 'holiday'],
    ['indicator-figures', 'indicator_figure'],
    ['agreements', 'agreement'],
    ['organisations', 'organisation'],
    ['persons', 'person'],
    ['events', 'event'],
    ['sources', 'source'],
  ])('of /%s/{id} is unknown with the record', async (path) => {
    await expect(officer.http('GET', `/${path}/${newId()}/history`)).resolves.toMatchObject({ status: 404 });
  });
});

describe('checkpoints', () => {
  it('are published to everybody, with what was signed', async () => {
    const made = await api.app.get(MakeCheckpoint).execute(calendarDate('2026-11-25'));
    const { status, body } = await api.http<{ items: Record<string, unknown>[] }>(
      'GET',
      '/public/audit-checkpoints',
      { anonymous: true },
    );
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        sequence: made?.sequence,
        linkSha256: made?.linkSha256,
        entries: made?.entries,
        madeOn: '2026-11-25',
        madeAt: made?.madeAt.toISOString(),
        keyFingerprint: made?.keyFingerprint,
        publicKey: made?.publicKey,
        signature: made?.signature.toString('base64'),
        signed: expect.stringContaining('"format":"mithaq-audit-checkpoint/1"') as string,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('PRIVATE');
  });

  it('are published to an investor who is signed in, too', async () => {
    const organisation = await officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'Fictional Works' }, kind: 'company' },
    });
    const organisationId = organisation.body.id;
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
    });
    const { status, body } = await investor.http<{ items: unknown[] }>('GET', '/public/audit-checkpoints');
    expect([status, body.items?.length]).toEqual([200, 1]);
  });
});

describe('a large trail', () => {
  it('is read by index, whatever is asked', async () => {
    const forger = await Forger.on(api.ownerUrl);
    await forger.query(
      `INSERT INTO audit_entry (id, at, actor, action, subject_type, subject_id, payload, request_id)
       SELECT gen_random_uuid(), timestamptz '2026-01-01' + n * interval '10 minutes',
              'account:' || md5((n % 500)::text)::uuid, 'trial.kind_' || chr(97 + n % 26), 'trial_' || chr(97 + n % 20),
              md5((n % 5000)::text)::uuid, '{}', md5((n % 9000)::text)::uuid
         FROM generate_series(1, 30000) AS n`,
    );
    await forger.query(
      'ALTER TABLE audit_entry ADD PRIMARY KEY (id); ALTER TABLE audit_link ADD UNIQUE (entry_id)',
    );
    await forger.query('ALTER TABLE audit_unsealed ADD PRIMARY KEY (entry_id)');
    await forger.query('ANALYZE audit_entry; ANALYZE audit_link; ANALYZE audit_unsealed');
    const asked: { text: string; values: unknown[] }[] = [];
    const { manager } = api.dataSource;
    const query = jest.spyOn(manager, 'query').mockImplementation((text: string, values?: unknown) => {
      if (/audit_entry/.test(text)) asked.push({ text, values: values as unknown[] });
      return api.dataSource.query(text, values as unknown[]);
    });
    const id = '00000000-0000-4000-8000-000000000000';
    const filters = [
      '',
      `actor=account:${id}`,
      'action=trial.kind_b',
      'subjectType=trial_c',
      `subjectId=${id}`,
      `account=${id}`,
      'from=2026-01-01&to=2026-01-01',
      `requestId=${id}`,
      'sealed=false',
    ];
    for (const filter of filters) await trail(filter);
    query.mockRestore();
    expect(asked).toHaveLength(2 * filters.length);
    // Without a question the count stops at its bound, wherever it begins.
    for (const { text, values } of asked.filter(({ text }) => /WHERE|ORDER BY/.test(text))) {
      const plan = await api.dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${text}`, values);
      const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(lines).not.toMatch(/Seq Scan on audit_entry/);
    }
    await forger.end();
  });
});

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
