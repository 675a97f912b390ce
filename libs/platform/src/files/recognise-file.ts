import type { FileBytes } from './file-store';
import type { MediaType } from './media-types';
import { FileDamaged, FileEmpty, FileTypeNotAccepted } from './refusals';
import { isWholeJpeg, isWholePng, isWholeTiff } from './types/image-files';
import { officeTypeOf } from './types/office-files';
import { isWholePdf } from './types/pdf-files';

interface Form {
  readonly begins: RegExp;
  readonly type: MediaType;
  readonly isWhole: (file: FileBytes) => Promise<boolean>;
}

/** How files of each type begin, as one character a byte. */
const FORMS: readonly Form[] = [
  { begins: /^%PDF-[12]\.\d/, type: 'application/pdf', isWhole: isWholePdf },
  { begins: /^\x89PNG\r\n\x1a\n/, type: 'image/png', isWhole: isWholePng },
  { begins: /^\xff\xd8\xff/, type: 'image/jpeg', isWhole: isWholeJpeg },
  { begins: /^(?:II\*\0|MM\0\*)/, type: 'image/tiff', isWhole: isWholeTiff },
];
const CONTAINER = /^PK\x03\x04/;
const LONGEST_BEGINNING = 16;

/**
 * The type of a file by its content: what its first bytes say, and whether it is one from there to its end. Its name and
 * what the sender calls it are not asked.
 * @throws FileEmpty, FileTypeNotAccepted, FileDamaged, FileHasMacros, FileEncrypted
 */
export async function recogniseFile(file: FileBytes): Promise<MediaType> {
  if (file.bytes === 0) throw new FileEmpty();
  const beginning = (await file.read(0, LONGEST_BEGINNING)).toString('latin1');
  if (CONTAINER.test(beginning)) return officeTypeOf(file);
  const form = FORMS.find(({ begins }) => begins.test(beginning));
  if (!form) throw new FileTypeNotAccepted();
  if (!(await form.isWhole(file))) throw new FileDamaged();
  return form.type;
}
