import { createHash } from 'node:crypto';
import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Observable, map } from 'rxjs';
import type { EdgeRequest } from './caller';
import { etagOf, namesTag } from './edge';

/** Gives every single record its `ETag`, a new one its address, and answers 304 to a reader who has it already. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<EdgeRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const tag = tagOf(body);
        if (tag === null) return body;
        void reply.header('etag', tag);
        if (request.method === 'POST') void reply.header('location', `${pathOf(request)}/${idOf(body)}`);
        const known = request.headers['if-none-match'];
        if (request.method !== 'GET' || !known || !namesTag(known, tag)) return body;
        void reply.status(304);
        return undefined;
      }),
    );
  }
}

function pathOf({ url }: EdgeRequest): string {
  return url.split('?')[0] ?? url;
}

function idOf(body: unknown): string {
  return String((body as { id: unknown }).id);
}

/** By revision where the record has one; a derived record by its content; a list has none. */
function tagOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('id' in body)) return null;
  if ('revision' in body && typeof body.revision === 'number') return etagOf(body.revision);
  return `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
}
