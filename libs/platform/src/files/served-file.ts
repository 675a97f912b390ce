import type { StoredContent } from './file-store';
import type { MediaType } from './media-types';

/** A kept file on its way to a reader. */
export class ServedFile {
  constructor(
    readonly sha256: string,
    readonly bytes: number,
    readonly mediaType: MediaType,
    /** What the reader's copy is called. */
    readonly name: string,
    /** Null when the store does not hold it. */
    readonly open: () => Promise<StoredContent | null>,
  ) {}
}
