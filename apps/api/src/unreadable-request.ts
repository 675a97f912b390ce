import type { Socket } from 'node:net';
import { newId, sentence } from '@app/platform';

const STATUS_OF: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** Answers bytes that are no request, or do not become one in time, and ends the connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, reason] = STATUS_OF[error.code ?? ''] ?? [400, 'Bad Request'];
  const code = `http_${status}`;
  const body = JSON.stringify({
    type: `urn:mithaq:problem:${code}`,
    title: sentence(code, 'en'),
    status,
    code,
    instance: '',
    errors: [],
  });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${newId()}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
