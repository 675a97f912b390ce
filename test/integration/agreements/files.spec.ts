import { readFileSync, writeFileSync } from 'node:fs';
import { FILE_LIMIT, FilesRegister, type FileRecord, digestOf, folderOf } from '../../support/files-register';
import { type MadeForm, fileForm, sendForm } from '../../support/forms';
import { MADE_PNG, madeDocx, madePdf } from '../../support/made-files';

describe('files of agreements', () => {
  let files: FilesRegister;

  beforeAll(async () => {
    files = await FilesRegister.start();
  });
  afterAll(() => files.api.close());

  describe('recorded', () => {
    it('are kept, listed, shown, and handed out as they came', async () => {
      const content = files.another();
      const sent = await sendForm(
        files.api,
        files.officer,
        folderOf(files.own),
        fileForm(content, { fileName: 'Convention signée.PDF', language: 'fr', title: 'Convention' }),
      );
      expect(sent.status).toBe(201);
      const { id } = sent.body as unknown as FileRecord;
      expect(sent.headers.location).toBe(`/api/v1${folderOf(files.own)}/${id}`);
      expect(sent.body).toEqual({
        id,
        agreementId: files.own,
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
      const list = await files.officer.http<{ items: FileRecord[]; total: number }>(
        'GET',
        folderOf(files.own),
      );
      expect(list.body).toMatchObject({ items: [sent.body], total: 1 });
      const shown = await files.officer.http('GET', `${folderOf(files.own)}/${id}`);
      expect(shown.body).toEqual(sent.body);
      const got = await files.download(files.officer, files.contentOf(sent.body as unknown as FileRecord));
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
      expect(await files.leftNothing()).toBe(true);
    });

    it('stand in the trail without their names, and so does who read them', async () => {
      const file = await files.record(files.another(), {
        fileName: 'Somebody Known.pdf',
        title: 'Of Somebody Known',
      });
      await files.download(files.investor, files.contentOf(file));
      const entries = await files.api.dataSource.query<
        { action: string; actor: string; subject_id: string; payload: object }[]
      >(
        `SELECT action, actor, subject_id, payload FROM audit_entry
          WHERE $1 IN (payload->>'fileId', subject_id::text) ORDER BY id`,
        [file.id],
      );
      expect(entries).toEqual([
        {
          action: 'agreement.file_recorded',
          actor: `account:${files.officer.accountId}`,
          subject_id: files.own,
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
          actor: `account:${files.investor.accountId}`,
          subject_id: file.id,
          payload: {},
        },
      ]);
      expect(JSON.stringify(entries)).not.toContain('Somebody');
      const told = await files.api.dataSource.query<unknown[]>(
        `SELECT FROM outbox WHERE payload->>'agreementId' = $1`,
        [files.own],
      );
      expect(told.length).toBeGreaterThan(0);
    });

    it('are known by their content, whatever they are called', async () => {
      const docx = await files.record(madeDocx(), { fileName: 'scan.pdf', role: 'annex' });
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
        const before = await files.countFiles();
        const { status, body } = await sendForm(
          files.api,
          files.officer,
          folderOf(files.own),
          fileForm(content),
        );
        expect([status, body.code, body.title]).toEqual([422, code, expect.stringMatching(/\w{3}/)]);
        expect(await files.countFiles()).toBe(before);
      }
      expect(await files.leftNothing()).toBe(true);
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
      const file = await files.record(files.another(), { fileName });
      expect(file.fileName).toEqual(shown);
      const { status, headers } = await files.download(files.officer, files.contentOf(file));
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.!~-]+$/,
      );
    });

    it('stand once in an agreement, and may stand in several', async () => {
      const content = files.another();
      const file = await files.record(content);
      const again = await sendForm(files.api, files.officer, folderOf(files.own), fileForm(content));
      expect([again.status, again.body.code]).toEqual([409, 'already_recorded']);
      expect((await files.record(content, {}, files.companies.other.agreement)).sha256).toBe(file.sha256);
      expect((await files.download(files.officer, files.contentOf(file))).bytes.equals(content)).toBe(true);
    });

    it('stand once when several people send the same at the same time', async () => {
      const content = files.another();
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          sendForm(files.api, files.officer, folderOf(files.own), fileForm(content)),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array<number>(11).fill(409)]);
      expect(readFileSync(files.pathOf(digestOf(content))).equals(content)).toBe(true);
      expect(await files.leftNothing()).toBe(true);
    });

    it('happen once with an Idempotency-Key, for the same file', async () => {
      const content = files.another();
      const headers = { 'idempotency-key': 'one-file' };
      const send = (form: MadeForm) => sendForm(files.api, files.officer, folderOf(files.own), form, headers);
      const first = await send(fileForm(content));
      const again = await send(fileForm(content));
      expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
      const different = await send(fileForm(files.another()));
      expect([different.status, different.body.code]).toEqual([422, 'idempotency_key_reused']);
      expect(await files.leftNothing()).toBe(true);
    });

    it('obey the limit, and leave nothing beyond it', async () => {
      const long = 2_000_000;
      const largest = madePdf('x'.repeat(long + FILE_LIMIT - madePdf('x'.repeat(long)).length));
      expect(largest.length).toBe(FILE_LIMIT);
      await files.record(largest);
      for (const size of [FILE_LIMIT + 1, FILE_LIMIT + 1_000_000]) {
        const form = fileForm(Buffer.concat([madePdf(), Buffer.alloc(size - madePdf().length, 0x20)]));
        const { status, body } = await sendForm(files.api, files.officer, folderOf(files.own), form);
        expect([status, body.code]).toEqual([413, 'file_too_large']);
        expect(body.title).toContain('2.9 MB');
      }
      expect(await files.leftNothing()).toBe(true);
    });
  });

  describe('read', () => {
    it('are not sent to who has them, nor in parts', async () => {
      const content = files.another();
      const file = await files.record(content);
      const known = await files.download(files.officer, files.contentOf(file), {
        'if-none-match': `"${file.sha256}"`,
      });
      expect([known.status, known.bytes.length]).toEqual([304, 0]);
      const unknown = await files.download(files.officer, files.contentOf(file), {
        'if-none-match': `"${'0'.repeat(64)}"`,
      });
      expect([unknown.status, unknown.bytes.length]).toEqual([200, content.length]);
      const part = await files.download(files.officer, files.contentOf(file), { range: 'bytes=0-9' });
      expect([part.status, part.bytes.length]).toEqual([200, content.length]);
      const head = await files.download(files.officer, files.contentOf(file), { method: 'HEAD' });
      expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
        200,
        0,
        String(content.length),
      ]);
    });

    it('are handed to nobody once they were changed or are gone', async () => {
      const content = files.another();
      const file = await files.record(content);
      writeFileSync(files.pathOf(file.sha256), Buffer.concat([content, Buffer.from('more')]));
      const longer = await files.download(files.officer, files.contentOf(file));
      expect([longer.status, JSON.parse(longer.bytes.toString())]).toMatchObject([
        503,
        { code: 'file_altered' },
      ]);
      expect(longer.headers['content-type']).toContain('application/problem+json');
      const changed = Buffer.from(content);
      changed[100] = 0x58;
      writeFileSync(files.pathOf(file.sha256), changed);
      const same = await files.download(files.officer, files.contentOf(file)).catch(() => null);
      expect(same?.status === 200 && same.bytes.length === content.length).toBe(false);
      writeFileSync(files.pathOf(file.sha256), content);
      expect((await files.download(files.officer, files.contentOf(file))).bytes.equals(content)).toBe(true);
    });
  });
});
