import type { FileBytes } from '../file-store';
import type { MediaType } from '../media-types';
import { FileDamaged, FileEncrypted, FileHasMacros, FileTypeNotAccepted } from '../refusals';
import { type ZipEntry, readZipDirectory, readZipEntry } from './zip-directory';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OPEN_TEXT = 'application/vnd.oasis.opendocument.text';

/** Parts that are programs, or ask for one, wherever a container keeps them. */
const PROGRAMS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/)|^(?:Basic|Scripts)\/.+/i;
const SAYS_MACRO = /macroEnabled|vbaProject/i;

/** What a zip container is. @throws FileDamaged, FileEncrypted, FileHasMacros, FileTypeNotAccepted */
export async function officeTypeOf(file: FileBytes): Promise<MediaType> {
  const entries = await readZipDirectory(file);
  if (entries === null) throw new FileDamaged();
  if (entries.some(({ encrypted }) => encrypted)) throw new FileEncrypted();
  if (entries.some(({ name }) => PROGRAMS.test(name))) throw new FileHasMacros();
  const container = new Container(file, entries);
  return container.has('[Content_Types].xml') ? microsoftTypeOf(container) : openTypeOf(container);
}

class Container {
  constructor(
    private readonly file: FileBytes,
    private readonly entries: readonly ZipEntry[],
  ) {}

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /** @throws FileDamaged */
  async text(name: string): Promise<string> {
    const entry = this.entries.find((one) => one.name === name);
    const text = entry ? await readZipEntry(this.file, entry) : null;
    if (text === null) throw new FileDamaged();
    return text;
  }

  /** Whether it is the very first, and not compressed, as those who look at the first bytes expect. */
  beginsWith(name: string): boolean {
    return this.entries.some((entry) => entry.name === name && entry.offset === 0 && entry.method === 0);
  }
}

async function microsoftTypeOf(container: Container): Promise<MediaType> {
  const types = await container.text('[Content_Types].xml');
  if (SAYS_MACRO.test(types)) throw new FileHasMacros();
  if (container.has('word/document.xml') && types.includes(`"${WORD}.main+xml"`)) return WORD;
  if (container.has('xl/workbook.xml') && types.includes(`"${SHEET}.main+xml"`)) return SHEET;
  throw new FileTypeNotAccepted();
}

async function openTypeOf(container: Container): Promise<MediaType> {
  if (!container.beginsWith('mimetype') || (await container.text('mimetype')) !== OPEN_TEXT)
    throw new FileTypeNotAccepted();
  const manifest = await container.text('META-INF/manifest.xml');
  if (manifest.includes('encryption-data')) throw new FileEncrypted();
  if (!container.has('content.xml')) throw new FileDamaged();
  return OPEN_TEXT;
}
