import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '@app/platform';
import { asOpenApi31 } from './openapi-31';

/** Describes the whole interface as OpenAPI 3.1, with complete paths. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Mithaq')
    .setDescription('The registry of investment agreements: what was promised, by whom, where, by when.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('session')
    .build();
  return asOpenApi31(SwaggerModule.createDocument(app, config, { deepScanRoutes: true }));
}

/** Serves the description at `/openapi.json` and as a page at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    useGlobalPrefix: false,
    jsonDocumentUrl: '/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Mithaq API',
  });
}
