import type { Readable } from 'node:stream';

/** Bytes that can be read at any place. */
export interface FileBytes {
  readonly bytes: number;
  /** Fewer bytes than asked for where the file ends. */
  read(offset: number, length: number): Promise<Buffer>;
}

/** A file that was taken in whole and is not kept yet; whoever took it keeps it or discards it. */
export interface ReceivedFile extends FileBytes {
  readonly sha256: string;
  /** Makes it one of the store's; doing so again changes nothing. */
  keep(): Promise<void>;
  /** Removes what is not kept; of a kept file nothing. */
  discard(): Promise<void>;
}

/** A file of the store, ready to be read once. */
export interface StoredContent {
  readonly bytes: number;
  /** What the file holds. @throws FileAltered in place of its last bytes when they are not those that were kept */
  stream(): Readable;
  /** Lets go of it unread. */
  close(): Promise<void>;
}

/**
 * Where the register keeps files: by their SHA-256 and nothing else, so no name that anybody chose becomes part of a
 * path or key. A folder today; storage that speaks S3 is another class of the same form.
 */
export abstract class FileStore {
  /** Takes a stream in whole, or leaves nothing. @throws FileTooLarge */
  abstract receive(content: AsyncIterable<Buffer>, limit: number): Promise<ReceivedFile>;

  /** Null when there is no such file. @throws FilesUnavailable */
  abstract open(sha256: string): Promise<StoredContent | null>;

  abstract has(sha256: string): Promise<boolean>;

  abstract remove(sha256: string): Promise<void>;

  /** Digests of files that were kept before an instant, in batches. */
  abstract keptBefore(instant: Date): AsyncIterable<readonly string[]>;

  /** Removes what was received before an instant and never kept. @returns how many there were */
  abstract sweepReceived(before: Date): Promise<number>;
}
