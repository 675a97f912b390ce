import { FilesRegister, folderOf } from '../../support/files-register';
import { type MadeForm, madeForm, sendForm } from '../../support/forms';

describe('a form that records no file', () => {
  let files: FilesRegister;

  beforeAll(async () => {
    files = await FilesRegister.start();
  });
  afterAll(() => files.api.close());

  describe('of a form that is none', () => {
    const send = (form: MadeForm) => sendForm(files.api, files.officer, folderOf(files.own), form);
    const file = (name = 'file') => ({ name, content: files.another(), fileName: 'a.pdf' });
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
      const before = await files.countFiles();
      const answer = await send(form());
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      const fields = (answer.body.errors as { field: string; message: string }[]).map((error) => error.field);
      expect(fields).toEqual(field === null ? [] : expect.arrayContaining([field]));
      expect(await files.countFiles()).toBe(before);
      expect(await files.leftNothing()).toBe(true);
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
      const { status, body } = await sendForm(files.api, files.officer, '/sources', madeForm([role]));
      expect([status, body.code]).toEqual([415, 'http_415']);
    });
  });
});

function cutOff({ body, contentType }: MadeForm, part: number): MadeForm {
  return { body: body.subarray(0, Math.floor(body.length * part)), contentType };
}
