import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { type BusboyFileStream, type BusboyHeaders, type BusboyInstance, Busboy } from '@fastify/busboy';
import type { FileStore, ReceivedFile } from '../files/file-store';
import { FileTooLarge } from '../files/refusals';
import { BodyUnreadable, RequestMalformed, RequestTooLarge } from './refusals';

/** A file as it was sent. */
export interface Upload {
  readonly file: ReceivedFile;
  /** What its sender calls it: anybody's text. */
  readonly name: string;
}

/** What a form says, and the file in it. */
export interface ReadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly upload: Upload | null;
}

export interface UploadLimits {
  readonly store: FileStore;
  /** Of the file, in bytes. */
  readonly limit: number;
}

/** Name of the form's field that holds the file. */
export const FILE_FIELD = 'file';

const FORM_LIMITS = {
  fieldSize: 16_384,
  fields: 20,
  files: 2,
  parts: 24,
  headerPairs: 20,
  headerSize: 8_192,
};
const LONGEST_FIELD = FORM_LIMITS.fieldSize / 4;

/** What the form itself takes around the file, in bytes; and so the size of a request that is too large unread. */
export const FORM_OVERHEAD = 524_288;

/**
 * Reads a form with one file, which goes to the store as it comes. What is wrong in it is told when it has been read, so
 * that its sender hears of it; what is too large is not read on.
 * @throws BodyUnreadable, RequestMalformed, RequestTooLarge, FileTooLarge
 */
export async function readUpload(
  payload: Readable,
  headers: IncomingHttpHeaders,
  limits: UploadLimits,
): Promise<ReadForm> {
  return new FormReading(payload, limits).read(parserOf(headers));
}

function parserOf(headers: IncomingHttpHeaders): BusboyInstance {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits: FORM_LIMITS });
  } catch {
    throw new BodyUnreadable();
  }
}

class FormReading {
  private readonly fields = new Map<string, string>();
  private receiving: Promise<Upload | null> | null = null;
  private stream: BusboyFileStream | null = null;
  private failure: Error | null = null;

  constructor(
    private readonly payload: Readable,
    private readonly limits: UploadLimits,
  ) {}

  async read(parser: BusboyInstance): Promise<ReadForm> {
    parser.on('field', (name, value, _, truncated) => this.takeField(name, value, truncated));
    parser.on('file', (name, stream, fileName) => this.takeFile(name, stream, fileName));
    for (const excess of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) {
      parser.on(excess, () => this.fail(new RequestTooLarge()));
    }
    await this.pass(parser);
    const upload = await this.receiving;
    if (this.failure !== null) {
      await upload?.file.discard();
      throw this.failure;
    }
    return { fields: Object.fromEntries([...this.fields].filter(([, value]) => value !== '')), upload };
  }

  /** Ends when the form does, or when it makes no sense to read on. */
  private pass(parser: BusboyInstance): Promise<void> {
    return new Promise((done) => {
      const giveUp = (error: Error) => {
        this.fail(error);
        this.payload.unpipe(parser);
        this.stream?.destroy(error);
        done();
      };
      if (this.payload.destroyed) giveUp(new BodyUnreadable());
      let seen = 0;
      this.payload.on('data', (chunk: Buffer) => {
        seen += chunk.length;
        if (seen > this.limits.limit + FORM_OVERHEAD) giveUp(new FileTooLarge(this.limits.limit));
      });
      this.payload.once('error', () => giveUp(new BodyUnreadable()));
      this.payload.once('close', () => {
        if (!this.payload.readableEnded) giveUp(new BodyUnreadable());
      });
      parser.on('error', () => giveUp(new BodyUnreadable()));
      parser.once('finish', done);
      this.payload.pipe(parser);
    });
  }

  private takeField(name: string | undefined, value: string, truncated: boolean): void {
    if (name === undefined || name === '') this.fail(new BodyUnreadable());
    else if (name === FILE_FIELD) this.refuse(name, 'not_a_file');
    else if (name in {}) this.refuse(name, 'unknown_field');
    else if (this.fields.has(name)) this.refuse(name, 'given_twice');
    else if (truncated) this.refuse(name, 'too_long', { max: LONGEST_FIELD });
    else this.fields.set(name, value);
  }

  private takeFile(name: string | undefined, stream: BusboyFileStream, fileName: string | undefined): void {
    // What is wrong with the form is told by the parser too.
    stream.on('error', () => undefined);
    if (name !== FILE_FIELD || this.receiving !== null) {
      this.refuse(name ?? FILE_FIELD, name === FILE_FIELD ? 'given_twice' : 'unknown_field');
      stream.resume();
      return;
    }
    this.stream = stream;
    const content = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    this.receiving = this.limits.store.receive(content, this.limits.limit).then(
      (file) => ({ file, name: fileName ?? '' }),
      (error: Error) => {
        this.fail(error);
        stream.resume();
        return null;
      },
    );
  }

  private refuse(field: string, code: string, values?: Readonly<Record<string, number>>): void {
    this.fail(new RequestMalformed([{ field: field.slice(0, 100), code, ...(values ? { values } : {}) }]));
  }

  /** The first one explains the others. */
  private fail(error: Error): void {
    this.failure ??= error;
  }
}
