import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Observable, map } from 'rxjs';
import type { EdgeRequest } from './caller';
import { entityTagOf, namesTag } from './entity-tag';
import type { RouteFacts } from './route';

/**
 * Gives every single record and every list its `ETag`, a new record its address, and answers 304 to a reader who has it
 * already. What is the same for everyone has a tag whatever it is, and may lie in any cache that asks again before it
 * serves it; all else in the reader's own, which asks again too.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<EdgeRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { sameForAll = false } = factsOf(request);
    return next.handle().pipe(
      map((body: unknown) => {
        const tag = tagOf(body, sameForAll, request.method);
        if (tag === null) return body;
        void reply.header('etag', tag);
        if (sameForAll) void reply.header('cache-control', 'public, no-cache');
        else
          void reply.header('cache-control', 'private, no-cache').header('vary', 'Accept-Language, Cookie');
        if (reply.statusCode === 201) void reply.header('location', `${folderOf(request)}/${idOf(body)}`);
        const known = request.headers['if-none-match'];
        if (!['GET', 'HEAD'].includes(request.method) || !known || !namesTag(known, tag)) return body;
        void reply.status(304);
        return undefined;
      }),
    );
  }
}

function factsOf({ routeOptions }: EdgeRequest): RouteFacts {
  return routeOptions.config as unknown as RouteFacts;
}

function folderOf(request: EdgeRequest): string {
  const { url } = request;
  return factsOf(request).recordsUnder ?? url.split('?')[0] ?? url;
}

function idOf(body: unknown): string {
  return String((body as { id: unknown }).id);
}

/** A single record has a tag, and so has a list that is read; other answers have one when everyone gets the same. */
function tagOf(body: unknown, sameForAll: boolean, method: string): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const isRead = ['GET', 'HEAD'].includes(method);
  return sameForAll || 'id' in body || (isRead && isList(body)) ? entityTagOf(body) : null;
}

function isList(body: object): boolean {
  return 'items' in body && Array.isArray(body.items);
}
