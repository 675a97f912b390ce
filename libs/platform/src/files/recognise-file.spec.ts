import fc from 'fast-check';
import {
  MADE_JPEG,
  MADE_PNG,
  madeDocx,
  madeOdt,
  madePdf,
  madeTiff,
  madeXlsx,
  madeZip,
} from '../../../../test/support/made-files';
import type { FileBytes } from './file-store';
import { MEDIA_TYPES } from './media-types';
import { recogniseFile } from './recognise-file';

const inMemory = (content: Buffer): FileBytes => ({
  bytes: content.length,
  read: (offset, length) =>
    Promise.resolve(content.subarray(Math.max(0, offset), Math.max(0, offset) + Math.max(0, length))),
});

/** The type, or the code of the refusal. */
const said = (content: Buffer): Promise<string> =>
  recogniseFile(inMemory(content)).catch(
    (error: { code?: string }) => error.code ?? Promise.reject(error as Error),
  );

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const GOOD: readonly (readonly [string, Buffer])[] = [
  ['application/pdf', madePdf()],
  ['image/png', MADE_PNG],
  ['image/jpeg', MADE_JPEG],
  ['image/tiff', madeTiff('II')],
  ['image/tiff', madeTiff('MM')],
  [`${OFFICE}.wordprocessingml.document`, madeDocx()],
  [`${OFFICE}.spreadsheetml.sheet`, madeXlsx()],
  ['application/vnd.oasis.opendocument.text', madeOdt()],
];
const EXE = Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(200)]);

describe('the type of a file', () => {
  it.each(GOOD)('is %s by its content', async (type, content) => {
    expect(await said(content)).toBe(type);
  });

  it('is each of those that are kept', () => {
    expect(new Set(GOOD.map(([type]) => type))).toEqual(new Set(Object.keys(MEDIA_TYPES)));
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['one byte', Buffer.from('%'), 'file_type_not_accepted'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_type_not_accepted'],
    [
      'a drawing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'file_type_not_accepted',
    ],
    ['a program of Windows', EXE, 'file_type_not_accepted'],
    ['a program of Linux', Buffer.from('\x7fELF\x02\x01\x01'), 'file_type_not_accepted'],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file_type_not_accepted'],
    ['plain text', Buffer.from('Article 1. The company promises …'), 'file_type_not_accepted'],
    [
      'an old office file, or a protected new one',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'file_type_not_accepted',
    ],
    ['an animation', Buffer.from('GIF89a'), 'file_type_not_accepted'],
    ['a large TIFF of another form', Buffer.from('II+\0\x08\0\0\0'), 'file_type_not_accepted'],
    ['a plain archive', madeZip([{ name: 'virus.exe', content: EXE }]), 'file_type_not_accepted'],
    [
      'a package of Java',
      madeZip([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: A' }]),
      'file_type_not_accepted',
    ],
    ['a page before a PDF', Buffer.concat([Buffer.from('<html>'), madePdf()]), 'file_type_not_accepted'],
  ])('of %s is refused', async (_what, content, code) => {
    expect(await said(content)).toBe(code);
  });

  it.each([
    ['an archive behind a PDF', Buffer.concat([madePdf(), madeZip([{ name: 'a', content: 'b' }])])],
    ['a program behind a PDF', Buffer.concat([madePdf(), EXE])],
    ['a page behind a PNG', Buffer.concat([MADE_PNG, Buffer.from('<script>alert(1)</script>')])],
    ['an archive behind a JPEG', Buffer.concat([MADE_JPEG, madeZip([{ name: 'a', content: 'b' }])])],
    ['something behind a Word file', Buffer.concat([madeDocx(), Buffer.from('more')])],
    ['a PDF without a table of objects', Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n%%EOF')],
    ['a TIFF whose directory lies outside', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')],
    ['a TIFF whose directories go round', roundTiff()],
    ['a Word file in which a part stands twice', madeDocx([{ name: 'WORD/document.xml', content: 'other' }])],
  ])('of %s is not whole', async (_what, content) => {
    expect(await said(content)).toBe('file_damaged');
  });

  it.each([
    ['a Word file', madeDocx([{ name: 'word/vbaProject.bin', content: 'x' }])],
    ['one with another letter case', madeDocx([{ name: 'word/VBAPROJECT.BIN', content: 'x' }])],
    ['one that was only renamed', madeDocx([], 'application/vnd.ms-word.document.macroEnabled.main+xml')],
    [
      'an Excel file of the oldest kind of macros',
      madeXlsx([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]),
    ],
    ['controls', madeDocx([{ name: 'word/activeX/activeX1.xml', content: 'x' }])],
    ['an OpenDocument text', madeOdt([{ name: 'Basic/Standard/Module1.xml', content: 'x' }])],
  ])('with macros, %s, is refused', async (_what, content) => {
    expect(await said(content)).toBe('file_has_macros');
  });

  it('that opens with a password is refused', async () => {
    const locked = madeZip([{ name: '[Content_Types].xml', content: 'x', encrypted: true }]);
    expect(await said(locked)).toBe('file_encrypted');
    expect(await said(madeOdt([], '<manifest:encryption-data/>'))).toBe('file_encrypted');
  });

  it('is not read beyond a bound, however much is packed into a part', async () => {
    const bomb = madeZip([
      { name: '[Content_Types].xml', content: Buffer.alloc(64 * 1024 * 1024, 0x20), deflated: true },
      { name: 'word/document.xml', content: 'x' },
    ]);
    expect(await said(bomb)).toBe('file_damaged');
  });

  it('with blanks at its end, as scanners write them, is what it was', async () => {
    expect(await said(Buffer.concat([madePdf(), Buffer.from('\r\n\0\0')]))).toBe('application/pdf');
    expect(await said(Buffer.concat([MADE_JPEG, Buffer.alloc(16)]))).toBe('image/jpeg');
  });

  it('that was cut off anywhere is refused', async () => {
    for (const [type, content] of GOOD) {
      for (let length = 1; length < content.length - 1; length += 1) {
        expect([type, length, await said(content.subarray(0, length))]).toEqual([
          type,
          length,
          expect.stringMatching(/^file_(damaged|type_not_accepted)$/),
        ]);
      }
    }
  });

  it('of any bytes is told or refused, never a failure', async () => {
    const beginning = fc.constantFrom(
      ...GOOD.map(([, content]) => content.subarray(0, 12)),
      Buffer.from('PK\x03\x04'),
    );
    const changed = fc
      .tuple(
        fc.constantFrom(...GOOD.map(([, content]) => content)),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
      )
      .map(([content, at, byte]) => {
        const copy = Buffer.from(content);
        copy[at % copy.length] = byte;
        return copy;
      });
    const built = fc
      .tuple(beginning, fc.uint8Array({ maxLength: 200 }))
      .map(([start, rest]) => Buffer.concat([start, rest]));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(changed, built, fc.uint8Array({ maxLength: 300 }).map(Buffer.from)),
        async (bytes) => {
          expect(await said(bytes)).toMatch(/^(file_\w+|application\/.+|image\/.+)$/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** Two pages that name each other as the next one. */
function roundTiff(): Buffer {
  const bytes = madeTiff();
  bytes.writeUInt32LE(8, 8 + 2 + 24);
  return bytes;
}
