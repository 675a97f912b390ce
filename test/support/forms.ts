import { randomBytes } from 'node:crypto';
import type { SignedInAccount } from './accounts';
import type { TestApi } from './application';

/** A part of a form: a field, or a file when it has a file name. */
export interface FormPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly fileName?: string;
  readonly type?: string;
}

/** A form as it is sent, and what its header says. */
export interface MadeForm {
  readonly body: Buffer;
  readonly contentType: string;
}

/** A form of these parts, as a browser writes it. */
export function madeForm(parts: readonly FormPart[]): MadeForm {
  const boundary = `----${randomBytes(12).toString('hex')}`;
  const pieces = parts.flatMap(({ name, content, fileName, type }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"` +
        (fileName === undefined ? '' : `; filename="${fileName}"`) +
        (type === undefined ? '' : `\r\ncontent-type: ${type}`) +
        '\r\n\r\n',
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  const body = Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

/** The form that records a file. */
export function fileForm(
  content: Buffer,
  { role = 'signed_text', fileName = 'agreement.pdf', ...fields }: Record<string, string> = {},
): MadeForm {
  return madeForm([
    ...Object.entries({ role, ...fields }).map(([name, value]) => ({ name, content: value })),
    { name: 'file', content, fileName, type: 'application/octet-stream' },
  ]);
}

export interface SentForm {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
}

/** Sends a form as somebody. */
export async function sendForm(
  api: TestApi,
  who: Pick<SignedInAccount, 'cookie'> | null,
  path: string,
  { body, contentType }: MadeForm,
  headers: Readonly<Record<string, string>> = {},
): Promise<SentForm> {
  const answer = await api.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: {
      'accept-language': 'en',
      'content-type': contentType,
      ...(who ? { cookie: who.cookie } : {}),
      ...headers,
    },
    payload: body,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}
