import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Health, httpStatusOf } from '@app/platform';

/** The probes once more where container engines and proxies look for them, outside the interface. */
export function serveHealth(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const health = app.get(Health);
  fastify.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  fastify.get('/health/ready', async (_request, reply) => {
    const report = await health.report();
    return reply.status(httpStatusOf(report)).header('cache-control', 'no-store').send(report);
  });
}
