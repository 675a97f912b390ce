import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WatchRegister } from '@app/alerts';
import {
  AccessControl,
  FileStore,
  Metrics,
  RegisterLogger,
  RequestLimits,
  Settings,
  Transactions,
  followRequests,
  guardEdge,
  limitBodies,
  limitRequests,
  logAccess,
  measureRequests,
  requestIdOf,
  requestValidation,
  takeUploads,
  unroutableProblem,
  watchRoutes,
} from '@app/platform';
import { ApiModule } from './api.module';
import { serveHealth } from './health/serve-health';
import { serveOpenApi } from './openapi';
import { tellBrowsers } from './security-headers';
import { answerUnreadable } from './unreadable-request';
import { serveWeb } from './web/serve-web';

/** Largest body taken, in bytes: a long agreement with all its citations is a tenth of it. */
const BODY_LIMIT = 1_048_576;

/**
 * How long a connection may keep us waiting, in milliseconds: for the head of a request, for all of it (a scan of many
 * pages comes over a slow line), in silence, and
 * between two requests (longer than a proxy keeps its own end open, usually a minute). Connections are not counted:
 * the proxy in front does.
 */
const PATIENCE = {
  http: { headersTimeout: 20_000, maxHeaderSize: 16_384, connectionsCheckingInterval: 5_000 },
  requestTimeout: 180_000,
  connectionTimeout: 120_000,
  keepAliveTimeout: 75_000,
};

/** Builds the HTTP application, ready to listen or to be asked directly. */
export async function createApi(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustProxy,
    ...PATIENCE,
    clientErrorHandler: answerUnreadable,
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
  await tellBrowsers(app, settings);
  const requireAccessOnAllRoutes = watchRoutes(adapter.getInstance());
  followRequests(adapter.getInstance());
  logAccess(adapter.getInstance(), settings);
  measureRequests(adapter.getInstance(), app.get(Metrics));
  limitRequests(adapter.getInstance(), app.get(RequestLimits));
  guardEdge(adapter.getInstance(), {
    access: app.get(AccessControl),
    limits: app.get(RequestLimits),
    transactions: app.get(Transactions),
    settings,
  });
  takeUploads(adapter.getInstance(), { store: app.get(FileStore), limit: settings.fileMaxBytes });
  limitBodies(adapter.getInstance());
  serveOpenApi(app);
  serveHealth(app);
  await serveWeb(app, settings);
  app.get(WatchRegister, { strict: false }).execute(app.get(Metrics));
  await app.init();
  await adapter.getInstance().ready();
  requireAccessOnAllRoutes();
  return app;
}
