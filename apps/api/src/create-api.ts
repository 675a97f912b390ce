import fastifyCookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AccessControl,
  RegisterLogger,
  RequestLimits,
  Settings,
  Transactions,
  followRequests,
  guardEdge,
  limitBodies,
  limitRequests,
  logAccess,
  requestIdOf,
  requestValidation,
  unroutableProblem,
  watchRoutes,
} from '@app/platform';
import { ApiModule } from './api.module';
import { serveOpenApi } from './openapi';

/** Largest body taken, in bytes: a long agreement with all its citations is a tenth of it. */
const BODY_LIMIT = 1_048_576;

/** Builds the HTTP application, ready to listen or to be asked directly. */
export async function createApi(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustProxy,
    requestTimeout: 60_000,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = unroutableProblem(request, 'en');
      void reply
        .status(problem.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .header('x-request-id', requestIdOf(request))
        .send(problem);
    },
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(settings), adapter, {
    logger: new RegisterLogger(settings),
    abortOnError: false,
    // Fastify's own parser: JSON alone, and a body that tries to reach a prototype is refused.
    bodyParser: false,
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(requestValidation());
  app.enableShutdownHooks();
  adapter.getInstance().removeContentTypeParser('text/plain');
  await app.register(fastifyCookie);
  await app.register(helmet, {
    hsts: !settings.isPlainHttp,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
  });
  const requireAccessOnAllRoutes = watchRoutes(adapter.getInstance());
  followRequests(adapter.getInstance());
  logAccess(adapter.getInstance(), settings);
  limitRequests(adapter.getInstance(), app.get(RequestLimits));
  guardEdge(adapter.getInstance(), {
    access: app.get(AccessControl),
    limits: app.get(RequestLimits),
    transactions: app.get(Transactions),
    settings,
  });
  limitBodies(adapter.getInstance());
  serveOpenApi(app);
  await app.init();
  await adapter.getInstance().ready();
  requireAccessOnAllRoutes();
  return app;
}
