import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Observable, map } from 'rxjs';
import type { EdgeRequest } from './caller';
import { entityTagOf, namesTag } from './entity-tag';
import type { RouteFacts } from './route';

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

function folderOf({ url, routeOptions }: EdgeRequest): string {
  const { recordsUnder } = routeOptions.config as unknown as RouteFacts;
  return recordsUnder ?? url.split('?')[0] ?? url;
}

function idOf(body: unknown): string {
  return String((body as { id: unknown }).id);
}

/** A single record has a tag; a list has none. */
function tagOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'id' in body ? entityTagOf(body) : null;
}
