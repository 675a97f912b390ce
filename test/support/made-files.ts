import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip container; stored as it is unless told otherwise. */
export interface MadePart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly deflated?: boolean;
  readonly encrypted?: boolean;
}

/** A zip container with these parts in their order. */
export function madeZip(parts: readonly MadePart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflated = false, encrypted = false } of parts) {
    const plain = Buffer.from(content);
    const data = deflated ? deflateRawSync(plain) : plain;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(deflated ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(plain.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    shared.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

/** A PDF of one empty page; another text makes another file. */
export function madePdf(text = 'fictional'): Buffer {
  const body =
    `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n` +
    `2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n` +
    `3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj\n% ${text}\n`;
  const table = Buffer.byteLength(body, 'latin1');
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer <</Size 4 /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  );
}

/** The smallest PNG: one pixel. */
export const MADE_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const MADE_JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffda0008010100003f00', 'hex'),
  Buffer.alloc(64, 0x2a),
  Buffer.from('ffd9', 'hex'),
]);

/** One page whose image lies behind its directory. */
export function madeTiff(order: 'II' | 'MM' = 'II'): Buffer {
  const little = order === 'II';
  const bytes = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 32);
  const write = (value: number, at: number, size: 2 | 4) =>
    little ? bytes.writeUIntLE(value, at, size) : bytes.writeUIntBE(value, at, size);
  bytes.write(order, 0, 'latin1');
  write(42, 2, 2);
  write(8, 4, 4);
  write(2, 8, 2);
  for (const [index, [tag, value]] of [
    [273, 38],
    [279, 32],
  ].entries() as IterableIterator<[number, [number, number]]>) {
    const at = 10 + index * 12;
    write(tag, at, 2);
    write(4, at + 2, 2);
    write(1, at + 4, 4);
    write(value, at + 8, 4);
  }
  return bytes;
}

const contentTypes = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Override PartName="/${part}" ContentType="${type}"/></Types>`;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export function madeDocx(
  more: readonly MadePart[] = [],
  type = `${OFFICE}.wordprocessingml.document.main+xml`,
): Buffer {
  return madeZip([
    { name: '[Content_Types].xml', content: contentTypes('word/document.xml', type), deflated: true },
    { name: '_rels/.rels', content: '<Relationships/>', deflated: true },
    { name: 'word/document.xml', content: '<w:document/>', deflated: true },
    ...more,
  ]);
}

export function madeXlsx(more: readonly MadePart[] = []): Buffer {
  const type = `${OFFICE}.spreadsheetml.sheet.main+xml`;
  return madeZip([
    { name: '[Content_Types].xml', content: contentTypes('xl/workbook.xml', type) },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ]);
}

export function madeOdt(more: readonly MadePart[] = [], manifest = '<manifest:manifest/>'): Buffer {
  return madeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: '<office:document-content/>', deflated: true },
    { name: 'META-INF/manifest.xml', content: manifest, deflated: true },
    ...more,
  ]);
}
