import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../observability/metrics';
import { routeOf } from './access-line';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts each answer by route and status, with its duration; an invented method is no name of a series. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  if (!metrics.isOn) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const method = METHODS.has(request.method) ? request.method : 'other';
    metrics.countRequest(method, routeOf(request), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}
