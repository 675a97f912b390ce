import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings';
import { levelsDownTo } from '../observability/register-logger';
import type { EdgeRequest } from './caller';

/** Stands for every address that is no route: what was asked for there is anybody's text. */
export const NO_ROUTE = '(no route)';

/** The pattern of a request's route, without the values in it. */
export function routeOf(request: EdgeRequest): string {
  return request.is404 ? NO_ROUTE : (request.routeOptions.url ?? NO_ROUTE);
}

/** One line a request at level `log`: which route, how it ended, how long it took, who asked; no value of the query or body. */
export function logAccess(fastify: FastifyInstance, settings: Settings): void {
  if (!levelsDownTo(settings.logLevel).includes('log')) return;
  const logger = new Logger('Access');
  fastify.addHook('onResponse', (request: EdgeRequest, reply, done) => {
    const { method } = request;
    const route = routeOf(request);
    const status = reply.statusCode;
    logger.log({
      message: `${method} ${route} ${status}`,
      method,
      route,
      status,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      requestId: request.current?.id,
      ...(request.caller ? { accountId: request.caller.accountId } : {}),
    });
    done();
  });
}
