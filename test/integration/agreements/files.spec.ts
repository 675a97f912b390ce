import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FindLiveFile } from '@app/agreements';
import { Transactions } from '@app/platform';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { type CompaniesApart, recordCompaniesApart } from '../../support/companies-apart';
import { type MadeForm, fileForm, madeForm, sendForm } from '../../support/forms';
import { eventually } from '../../standalone/real-process';
import { MADE_PNG, madeDocx, madePdf } from '../../support/made-files';

interface FileRecord {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly withdrawal: object | null;
}

const LIMIT = 3_000_000;
const UNKNOWN = '01900000-0000-7000-8000-00000000abcd';
const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('files of agreements', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let officer: SignedInAccount;
  let legal: SignedInAccount;
  let auditor: SignedInAccount;
  let investor: SignedInAccount;
  let other: SignedInAccount;
  let number = 0;

  beforeAll(async () => {
    api = await startTestApi({ FILE_MAX_BYTES: String(LIMIT), CLOCK_START: '2026-11-23T10:00:00Z' });
    register = await recordCompaniesApart(api);
    officer = await signInAs(api, { grants: [countryWide('officer')] });
    legal = await signInAs(api, { grants: [countryWide('legal')] });
    auditor = await signInAs(api, { grants: [countryWide('auditor')] });
    const investorOf = (organisationId: string) =>
      signInAs(api, {
        grants: [{ role: 'investor_editor', scope: { kind: 'organisation', organisationId } }],
      });
    investor = await investorOf(register.own.organisation);
    other = await investorOf(register.other.organisation);
  });
  afterAll(() => api.close());

  const folderOf = (agreement: string) => `/agreements/${agreement}/files`;
  const another = () => madePdf(`text number ${(number += 1)}`);
  const record = async (
    content: Buffer,
    fields: Record<string, string> = {},
    agreement = register.own.agreement,
  ) => {
    const sent = await sendForm(api, officer, folderOf(agreement), fileForm(content, fields));
    expect([sent.status, sent.body]).toMatchObject([201, {}]);
    return sent.body as unknown as FileRecord;
  };
  const download = async (
    who: SignedInAccount,
    path: string,
    { method = 'GET', ...headers }: Record<string, string> = {},
  ) => {
    const answer = await api.app.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { cookie: who.cookie, 'accept-language': 'en', ...headers },
    });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };
  const contentOf = ({ id }: FileRecord, agreement = register.own.agreement) =>
    `${folderOf(agreement)}/${id}/content`;
  const withdraw = (who: SignedInAccount, { id }: FileRecord, reason = 'Another paper was meant') =>
    who.http<FileRecord & { code?: string }>('POST', `${folderOf(register.own.agreement)}/${id}/withdrawal`, {
      body: { reason },
    });
  const incoming = () => readdirSync(join(api.dataDir, 'files/.incoming'));
  const pathOf = (sha256: string) =>
    join(api.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const countFiles = async () => {
    const [row] = await api.dataSource.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM agreement_file',
    );
    return row.count;
  };

  describe('recorded', () => {
    it('are kept, listed, shown, and handed out as they came', async () => {
      const content = another();
      const sent = await sendForm(
        api,
        officer,
        folderOf(register.own.agreement),
        fileForm(content, { fileName: 'Convention signée.PDF', language: 'fr', title: 'Convention' }),
      );
      expect(sent.status).toBe(201);
      const { id } = sent.body as unknown as FileRecord;
      expect(sent.headers.location).toBe(`/api/v1${folderOf(register.own.agreement)}/${id}`);
      expect(sent.body).toEqual({
        id,
        agreementId: register.own.agreement,
        role: 'signed_text',
        language: 'fr',
        title: 'Convention',
        fileName: 'Convention signée.pdf',
        mediaType: 'application/pdf',
        bytes: content.length,
        sha256: digestOf(content),
        recordedOn: '2026-11-23',
        recordedAt: expect.any(String),
        withdrawal: null,
      });
      const list = await officer.http<{ items: FileRecord[]; total: number }>(
        'GET',
        folderOf(register.own.agreement),
      );
      expect(list.body).toMatchObject({ items: [sent.body], total: 1 });
      const shown = await officer.http('GET', `${folderOf(register.own.agreement)}/${id}`);
      expect(shown.body).toEqual(sent.body);
      const got = await download(officer, contentOf(sent.body as unknown as FileRecord));
      expect(got.status).toBe(200);
      expect(got.bytes.equals(content)).toBe(true);
      expect(got.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(content.length),
        'content-disposition': `attachment; filename="Convention signee.pdf"; filename*=UTF-8''Convention%20sign%C3%A9e.pdf`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cache-control': 'private, no-store',
        'accept-ranges': 'none',
        etag: `"${digestOf(content)}"`,
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });

    it('stand in the trail without their names, and so does who read them', async () => {
      const file = await record(another(), { fileName: 'Somebody Known.pdf', title: 'Of Somebody Known' });
      await download(investor, contentOf(file));
      const entries = await api.dataSource.query<
        { action: string; actor: string; subject_id: string; payload: object }[]
      >(
        `SELECT action, actor, subject_id, payload FROM audit_entry
          WHERE $1 IN (payload->>'fileId', subject_id::text) ORDER BY id`,
        [file.id],
      );
      expect(entries).toEqual([
        {
          action: 'agreement.file_recorded',
          actor: `account:${officer.accountId}`,
          subject_id: register.own.agreement,
          payload: {
            fileId: file.id,
            role: 'signed_text',
            sha256: file.sha256,
            bytes: expect.any(Number),
            mediaType: 'application/pdf',
          },
        },
        {
          action: 'agreement_file.read',
          actor: `account:${investor.accountId}`,
          subject_id: file.id,
          payload: {},
        },
      ]);
      expect(JSON.stringify(entries)).not.toContain('Somebody');
      const told = await api.dataSource.query<unknown[]>(
        `SELECT FROM outbox WHERE payload->>'agreementId' = $1`,
        [register.own.agreement],
      );
      expect(told.length).toBeGreaterThan(0);
    });

    it('are known by their content, whatever they are called', async () => {
      const docx = await record(madeDocx(), { fileName: 'scan.pdf', role: 'annex' });
      expect(docx).toMatchObject({
        fileName: 'scan.docx',
        mediaType: expect.stringContaining('wordprocessingml'),
      });
      for (const [content, code] of [
        [Buffer.from('<html><script>alert(1)</script>'), 'file_type_not_accepted'],
        [Buffer.from('<svg onload="x()"/>'), 'file_type_not_accepted'],
        [Buffer.from('MZ\x90\0'), 'file_type_not_accepted'],
        [Buffer.concat([MADE_PNG, Buffer.from('<script>')]), 'file_damaged'],
        [madeDocx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'file_has_macros'],
        [Buffer.alloc(0), 'file_empty'],
      ] as const) {
        const before = await countFiles();
        const { status, body } = await sendForm(
          api,
          officer,
          folderOf(register.own.agreement),
          fileForm(content),
        );
        expect([status, body.code, body.title]).toEqual([422, code, expect.stringMatching(/\w{3}/)]);
        expect(await countFiles()).toBe(before);
      }
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });

    it.each([
      ['a path', '../../../etc/passwd.pdf', 'passwd.pdf'],
      ['a path of Windows', 'C:\\\\Users\\\\me\\\\signed.pdf', 'signed.pdf'],
      ['Arabic', 'اتفاق موقع.pdf', 'اتفاق موقع.pdf'],
      ['two endings', 'agreement.pdf.exe', 'agreement.pdf.pdf'],
      ['what turns the direction', 'agreement\u202efdp.exe', 'agreement fdp.pdf'],
      ['nothing but dots', '...', 'file.pdf'],
      ['nothing', '', 'file.pdf'],
      ['very much', `${'n'.repeat(400)}.pdf`, `${'n'.repeat(120)}.pdf`],
      ['quotes and marks', 'a\\"b<c>|d?*.pdf', 'a b c d.pdf'],
      ['half a character', 'a\ud800b.pdf', expect.stringMatching(/\.pdf$/)],
    ])('are shown under a name that can be one, of %s', async (_what, fileName, shown) => {
      const file = await record(another(), { fileName });
      expect(file.fileName).toEqual(shown);
      const { status, headers } = await download(officer, contentOf(file));
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.!~-]+$/,
      );
    });

    it('stand once in an agreement, and may stand in several', async () => {
      const content = another();
      const file = await record(content);
      const again = await sendForm(api, officer, folderOf(register.own.agreement), fileForm(content));
      expect([again.status, again.body.code]).toEqual([409, 'already_recorded']);
      expect((await record(content, {}, register.other.agreement)).sha256).toBe(file.sha256);
      expect((await download(officer, contentOf(file))).bytes.equals(content)).toBe(true);
    });

    it('stand once when several people send the same at the same time', async () => {
      const content = another();
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          sendForm(api, officer, folderOf(register.own.agreement), fileForm(content)),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array<number>(11).fill(409)]);
      expect(readFileSync(pathOf(digestOf(content))).equals(content)).toBe(true);
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });

    it('happen once with an Idempotency-Key, for the same file', async () => {
      const content = another();
      const headers = { 'idempotency-key': 'one-file' };
      const send = (form: MadeForm) =>
        sendForm(api, officer, folderOf(register.own.agreement), form, headers);
      const first = await send(fileForm(content));
      const again = await send(fileForm(content));
      expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
      const different = await send(fileForm(another()));
      expect([different.status, different.body.code]).toEqual([422, 'idempotency_key_reused']);
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });

    it('obey the limit, and leave nothing beyond it', async () => {
      const long = 2_000_000;
      const largest = madePdf('x'.repeat(long + LIMIT - madePdf('x'.repeat(long)).length));
      expect(largest.length).toBe(LIMIT);
      await record(largest);
      for (const size of [LIMIT + 1, LIMIT + 1_000_000]) {
        const form = fileForm(Buffer.concat([madePdf(), Buffer.alloc(size - madePdf().length, 0x20)]));
        const { status, body } = await sendForm(api, officer, folderOf(register.own.agreement), form);
        expect([status, body.code]).toEqual([413, 'file_too_large']);
        expect(body.title).toContain('2.9 MB');
      }
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });
  });

  describe('of a form that is none', () => {
    const send = (form: MadeForm) => sendForm(api, officer, folderOf(register.own.agreement), form);
    const file = (name = 'file') => ({ name, content: another(), fileName: 'a.pdf' });
    const role = { name: 'role', content: 'annex' };

    it.each<[string, () => MadeForm, [number, string, string | null]]>([
      ['two files', () => madeForm([role, file(), file()]), [400, 'validation_failed', 'file']],
      ['three files', () => madeForm([role, file(), file(), file()]), [400, 'validation_failed', 'file']],
      ['no file', () => madeForm([role]), [400, 'validation_failed', 'file']],
      [
        'a text for a file',
        () => madeForm([role, { name: 'file', content: 'x' }]),
        [400, 'validation_failed', 'file'],
      ],
      ['another name for it', () => madeForm([role, file('scan')]), [400, 'validation_failed', 'scan']],
      ['no role', () => madeForm([file()]), [400, 'validation_failed', 'role']],
      [
        'an unknown role',
        () => madeForm([{ name: 'role', content: 'poem' }, file()]),
        [400, 'validation_failed', 'role'],
      ],
      ['a role twice', () => madeForm([role, role, file()]), [400, 'validation_failed', 'role']],
      [
        'an unknown field',
        () => madeForm([role, { name: 'isAdmin', content: '1' }, file()]),
        [400, 'validation_failed', 'isAdmin'],
      ],
      [
        'a prototype',
        () => madeForm([role, { name: '__proto__', content: '1' }, file()]),
        [400, 'validation_failed', '__proto__'],
      ],
      [
        'a constructor',
        () => madeForm([role, { name: 'constructor', content: '1' }, file()]),
        [400, 'validation_failed', 'constructor'],
      ],
      [
        'a field that is too long',
        () => madeForm([{ name: 'title', content: 'x'.repeat(20_000) }, role, file()]),
        [400, 'validation_failed', 'title'],
      ],
      [
        'a long title',
        () => madeForm([{ name: 'title', content: 'x'.repeat(301) }, role, file()]),
        [400, 'validation_failed', 'title'],
      ],
      [
        'a title that turns',
        () => madeForm([{ name: 'title', content: 'a\u202eb' }, role, file()]),
        [400, 'validation_failed', 'title'],
      ],
      [
        'a NUL',
        () => madeForm([{ name: 'title', content: 'a\0b' }, role, file()]),
        [400, 'validation_failed', 'title'],
      ],
      [
        'very many fields',
        () =>
          madeForm([
            ...Array.from({ length: 40 }, (_, n) => ({ name: `f${n}`, content: 'x' })),
            role,
            file(),
          ]),
        [413, 'request_too_large', null],
      ],
      [
        'no boundary',
        () => ({ ...madeForm([role, file()]), contentType: 'multipart/form-data' }),
        [400, 'body_unreadable', null],
      ],
      [
        'another boundary',
        () => ({ ...madeForm([role, file()]), contentType: 'multipart/form-data; boundary=x' }),
        [400, 'body_unreadable', null],
      ],
      ['half of it', () => cutOff(madeForm([role, file()]), 0.5), [400, 'body_unreadable', null]],
      ['all but the end', () => cutOff(madeForm([role, file()]), 0.99), [400, 'body_unreadable', null]],
      [
        'nothing',
        () => ({ body: Buffer.alloc(0), contentType: 'multipart/form-data; boundary=x' }),
        [400, 'body_unreadable', null],
      ],
      [
        'anything',
        () => ({ body: Buffer.alloc(100_000, 0x2d), contentType: 'multipart/form-data; boundary=x' }),
        [400, 'body_unreadable', null],
      ],
      [
        'JSON in its place',
        () => ({ body: Buffer.from('{"role":"annex","file":"x"}'), contentType: 'application/json' }),
        [400, 'validation_failed', 'file'],
      ],
      [
        'another kind of form',
        () => ({ body: Buffer.from('role=annex'), contentType: 'application/x-www-form-urlencoded' }),
        [415, 'http_415', null],
      ],
    ])('nothing is recorded: %s', async (_what, form, [status, code, field]) => {
      const before = await countFiles();
      const answer = await send(form());
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      const fields = (answer.body.errors as { field: string; message: string }[]).map((error) => error.field);
      expect(fields).toEqual(field === null ? [] : expect.arrayContaining([field]));
      expect(await countFiles()).toBe(before);
      expect(await eventually(() => incoming().length === 0)).toBe(true);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

    it('an empty field is one that was left out', async () => {
      const form = madeForm([
        role,
        { name: 'title', content: '' },
        { name: 'language', content: '' },
        file(),
      ]);
      expect((await send(form)).body).toMatchObject({ title: null, language: null });
    });

    it('no other route takes a form', async () => {
      const { status, body } = await sendForm(api, officer, '/sources', madeForm([role]));
      expect([status, body.code]).toEqual([415, 'http_415']);
    });
  });

  describe('read', () => {
    it('are not sent to who has them, nor in parts', async () => {
      const content = another();
      const file = await record(content);
      const known = await download(officer, contentOf(file), { 'if-none-match': `"${file.sha256}"` });
      expect([known.status, known.bytes.length]).toEqual([304, 0]);
      const unknown = await download(officer, contentOf(file), { 'if-none-match': `"${'0'.repeat(64)}"` });
      expect([unknown.status, unknown.bytes.length]).toEqual([200, content.length]);
      const part = await download(officer, contentOf(file), { range: 'bytes=0-9' });
      expect([part.status, part.bytes.length]).toEqual([200, content.length]);
      const head = await download(officer, contentOf(file), { method: 'HEAD' });
      expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
        200,
        0,
        String(content.length),
      ]);
    });

    it('are handed to nobody once they were changed or are gone', async () => {
      const content = another();
      const file = await record(content);
      writeFileSync(pathOf(file.sha256), Buffer.concat([content, Buffer.from('more')]));
      const longer = await download(officer, contentOf(file));
      expect([longer.status, JSON.parse(longer.bytes.toString())]).toMatchObject([
        503,
        { code: 'file_altered' },
      ]);
      expect(longer.headers['content-type']).toContain('application/problem+json');
      const changed = Buffer.from(content);
      changed[100] = 0x58;
      writeFileSync(pathOf(file.sha256), changed);
      const same = await download(officer, contentOf(file)).catch(() => null);
      expect(same?.status === 200 && same.bytes.length === content.length).toBe(false);
      writeFileSync(pathOf(file.sha256), content);
      expect((await download(officer, contentOf(file))).bytes.equals(content)).toBe(true);
    });
  });

  describe('belong to those who signed', () => {
    it('an investor sees signed texts, amendments and annexes of their own agreement, and nothing else', async () => {
      const seen = [];
      for (const role of ['signed_text', 'amendment', 'annex', 'mandate', 'correspondence', 'other']) {
        const file = await record(another(), { role, fileName: `${role}.pdf` });
        const isTheirs = ['signed_text', 'amendment', 'annex'].includes(role);
        if (isTheirs) seen.push(file.id);
        const status = isTheirs ? 200 : 404;
        expect((await investor.http('GET', `${folderOf(register.own.agreement)}/${file.id}`)).status).toBe(
          status,
        );
        expect((await download(investor, contentOf(file))).status).toBe(status);
        expect((await download(officer, contentOf(file))).status).toBe(200);
      }
      const list = await investor.http<{ items: (FileRecord & { role: string })[]; total: number }>(
        'GET',
        `${folderOf(register.own.agreement)}?limit=100`,
      );
      expect(list.body.total).toBe(list.body.items.length);
      expect(list.body.items.map(({ id }) => id)).toEqual(expect.arrayContaining(seen));
      expect(list.body.items.map(({ role }) => role)).not.toEqual(expect.arrayContaining(['mandate']));
    });

    it('nobody else learns that there are any', async () => {
      const file = await record(another());
      for (const path of ['', `/${file.id}`, `/${file.id}/content`]) {
        const hidden = await other.http('GET', `${folderOf(register.own.agreement)}${path}`);
        const unknown = await other.http('GET', `${folderOf(UNKNOWN)}${path}`);
        expect(hidden.status).toBe(404);
        expect({ ...hidden.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      }
      const elsewhere = await officer.http('GET', `${folderOf(register.other.agreement)}/${file.id}`);
      expect(elsewhere.status).toBe(404);
    });

    it('that an agreement is published opens none of its files to others', async () => {
      const { agreement } = register.published;
      const file = await record(another(), {}, agreement);
      expect((await investor.http('GET', `/agreements/${agreement}`)).status).toBe(200);
      const list = await investor.http<{ items: object[]; total: number }>('GET', folderOf(agreement));
      expect([list.status, list.body.items, list.body.total]).toEqual([200, [], 0]);
      expect((await download(investor, contentOf(file, agreement))).status).toBe(404);
    });

    it('the database says the same when the application does not ask', async () => {
      const { Access } = jest.requireActual<typeof import('@app/identity')>('@app/identity');
      const spy = jest.spyOn(Access.prototype, 'visibleOrganisations', 'get').mockReturnValue(null);
      const files = (
        await investor.http<{ items: { role: string }[] }>(
          'GET',
          `${folderOf(register.own.agreement)}?limit=100`,
        )
      ).body.items;
      const hidden = await investor.http('GET', folderOf(register.other.agreement));
      const published = await investor.http<{ items: object[] }>(
        'GET',
        folderOf(register.published.agreement),
      );
      spy.mockRestore();
      expect(files.length).toBeGreaterThan(0);
      expect(files.every(({ role }) => ['signed_text', 'amendment', 'annex'].includes(role))).toBe(true);
      expect([hidden.status, published.body.items]).toEqual([404, []]);
    });

    it('an investor, an auditor and a stranger record none, and their file is not even read', async () => {
      for (const who of [investor, auditor, null]) {
        const sent = await sendForm(api, who, folderOf(register.own.agreement), fileForm(another()));
        expect([sent.status, sent.body.code]).toEqual(
          who === null ? [401, 'sign_in_required'] : [403, 'permission_required'],
        );
      }
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });

    it('an officer records where their role is held', async () => {
      const regional = await signInAs(api, {
        grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['XA-02'] } }],
      });
      const away = await sendForm(api, regional, folderOf(register.own.agreement), fileForm(another()));
      expect([away.status, away.body.code]).toEqual([403, 'outside_scope']);
      const there = await sendForm(api, regional, folderOf(register.other.agreement), fileForm(another()));
      expect(there.status).toBe(201);
      const nowhere = await sendForm(api, officer, folderOf(UNKNOWN), fileForm(another()));
      expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not_found']);
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    });
  });

  describe('withdrawn', () => {
    it('stay as proof for those who look into things, and are gone for the others', async () => {
      const content = another();
      const file = await record(content);
      const by = await withdraw(legal, file);
      expect([by.status, by.body.withdrawal]).toEqual([
        200,
        { on: '2026-11-23', at: expect.any(String), reason: 'Another paper was meant' },
      ]);
      expect(by.headers.location).toBeUndefined();
      expect((await investor.http('GET', `${folderOf(register.own.agreement)}/${file.id}`)).status).toBe(404);
      expect((await download(investor, contentOf(file))).status).toBe(404);
      const listed = await officer.http<{ items: FileRecord[] }>(
        'GET',
        `${folderOf(register.own.agreement)}?limit=100`,
      );
      expect(listed.body.items.find(({ id }) => id === file.id)?.withdrawal).not.toBeNull();
      expect((await download(officer, contentOf(file))).status).toBe(403);
      expect((await download(auditor, contentOf(file))).bytes.equals(content)).toBe(true);
      const twice = await withdraw(legal, file);
      expect([twice.status, twice.body.code]).toEqual([409, 'already_withdrawn']);
      expect((await record(content)).sha256).toBe(file.sha256);
    });

    it('only with a reason, and by whom it is permitted', async () => {
      const file = await record(another());
      expect((await withdraw(officer, file)).body.code).toBe('permission_required');
      expect((await withdraw(legal, file, ' ')).body.code).toBe('validation_failed');
      const [one, two] = await Promise.all([withdraw(legal, file), withdraw(legal, file)]);
      expect([one.status, two.status].sort()).toEqual([200, 409]);
    });

    it('cannot be undone or changed in the database, nor a file taken away', async () => {
      const file = await record(another());
      const change = (sql: string) => api.dataSource.query(sql, [file.id]);
      await expect(change('DELETE FROM agreement_file WHERE id = $1')).rejects.toThrow('stays');
      await expect(change(`UPDATE agreement_file SET role = 'other' WHERE id = $1`)).rejects.toThrow('stays');
      await withdraw(legal, file);
      await expect(
        change(
          `UPDATE agreement_file SET withdrawn_by = NULL, withdrawn_on = NULL, withdrawn_at = NULL,
                  withdrawal_reason = NULL WHERE id = $1`,
        ),
      ).rejects.toThrow('withdrawn once');
      await expect(
        change('DELETE FROM stored_file WHERE sha256 = (SELECT sha256 FROM agreement_file WHERE id = $1)'),
      ).rejects.toThrow('foreign key');
    });

    it('are no proof any more: others are, while they are asked for', async () => {
      const file = await record(another(), { role: 'amendment' });
      const find = api.app.get(FindLiveFile, { strict: false });
      const transactions = api.app.get(Transactions);
      const found = (agreement: string) => transactions.run((tx) => find.execute(tx, agreement, file.id));
      expect(await found(register.own.agreement)).toEqual({
        id: file.id,
        role: 'amendment',
        sha256: file.sha256,
      });
      expect(await found(register.other.agreement)).toBeNull();
      let order = '';
      const [, withdrawn] = await Promise.all([
        transactions.run(async (tx) => {
          await find.execute(tx, register.own.agreement, file.id);
          await tx.query('SELECT pg_sleep(0.2)');
          order += 'decided ';
        }),
        new Promise((later) => setTimeout(later, 50))
          .then(() => withdraw(legal, file))
          .then((answer) => {
            order += 'withdrawn';
            return answer;
          }),
      ]);
      expect([withdrawn.status, order]).toEqual([200, 'decided withdrawn']);
      expect(await found(register.own.agreement)).toBeNull();
    });
  });
});

function cutOff({ body, contentType }: MadeForm, part: number): MadeForm {
  return { body: body.subarray(0, Math.floor(body.length * part)), contentType };
}
