import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '@app/kernel';
import { DEFAULT_LANGUAGE, Settings, namesTag, preferredLanguage } from '@app/platform';
import { type BuiltWeb, type RenderedPage, findBuiltWeb } from './built-web';
import { documentOf } from './page-document';

const PAGES = `/:language(^(?:${LANGUAGES.join('|')})$)`;

/** What a page may read while it is rendered: nothing that is of one caller. */
const PUBLIC_READS = '/api/v1/public/';

/** Roots that are no pages: an address under them that leads nowhere is answered as before. */
const NO_PAGE = /^\/(?:api|docs|openapi\.json|health|assets)(?:[/?]|$)/;

const logger = new Logger('Web');

const compressed = promisify(gzip);

/**
 * Serves the web application: its files, and every page as a document in the language of its address. An address
 * without a language, or with `?lang=`, leads to the one with it.
 */
export async function serveWeb(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const web = findBuiltWeb();
  if (!web) return;
  const fastify = app.getHttpAdapter().getInstance();
  const defaultLanguage = app.get<Language>(DEFAULT_LANGUAGE);
  await fastify.register(fastifyStatic, {
    root: web.folder,
    // What is listed at start is served, and nothing else; names of assets change with their content.
    wildcard: false,
    index: false,
    // The build left each file compressed beside it.
    preCompressed: true,
    decorateReply: false,
    setHeaders: (reply, path) => {
      const isNamedByContent = path.includes('/assets/');
      reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (request: FastifyRequest, reply: FastifyReply) => sendPage(app, web, settings, request, reply);
  fastify.get(PAGES, page);
  fastify.get(`${PAGES}/*`, page);
  const home = (request: FastifyRequest, reply: FastifyReply) =>
    toLanguage(request, reply, wishedLanguage(request) ?? defaultLanguage);
  fastify.get('/', home);
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isAskedForPage(request)) return home(request, reply);
  });
}

/** A browser that follows a link, for something that is no part of the interface. */
function isAskedForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !NO_PAGE.test(url) && (headers.accept ?? '').includes('text/html');
}

function wishedLanguage({ headers, query }: FastifyRequest): Language | null {
  return languageOf((query as { lang?: unknown }).lang) ?? preferredLanguage(headers['accept-language']);
}

function languageOf(text: unknown): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** Leads to the same page below its language. The address is built from its parts, so it stays on this host. */
function toLanguage(request: FastifyRequest, reply: FastifyReply, language: Language): FastifyReply {
  const { path, query } = addressOf(request);
  query.delete('lang');
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return reply
    .header('cache-control', 'no-store')
    .header('vary', 'Accept-Language')
    .redirect(`/${language}${path === '/' ? '' : path}${search}`, 302);
}

interface Address {
  /** The language in the path, if it begins with one. */
  readonly language: Language | null;
  /** The rest of the path. */
  readonly path: string;
  readonly query: URLSearchParams;
}

function addressOf({ url }: FastifyRequest): Address {
  const { pathname: whole, searchParams: query } = new URL(`http://register.invalid${url}`);
  // Leading slashes and backslashes would make the rest the name of another host.
  const segments = whole.split(/[/\\]+/).filter(Boolean);
  const language = languageOf(segments[0]);
  const rest = language ? segments.slice(1) : segments;
  return { language, path: `/${rest.join('/')}`, query };
}

async function sendPage(
  app: NestFastifyApplication,
  web: BuiltWeb,
  settings: Settings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { language, path, query } = addressOf(request);
  if (!language) throw new Error('a page is asked for without a language');
  if (query.has('lang')) return toLanguage(request, reply, languageOf(query.get('lang')) ?? language);
  const rendered = await render(app, web, settings, request, language);
  const address = { language, publicUrl: settings.publicUrl, path: path === '/' ? '' : path };
  const text = documentOf(web, rendered, address);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;
  void reply.header('etag', tag).header('cache-control', 'no-cache').header('content-language', language);
  const known = request.headers['if-none-match'];
  if (known && namesTag(known, tag)) return reply.status(304).send();
  void reply.status(rendered.status).type('text/html; charset=utf-8').header('vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(text);
  // A public document holds no secret that its length could tell.
  return reply.header('content-encoding', 'gzip').send(await compressed(text));
}

/** A page that cannot be rendered here still comes with its program, which says what is wrong. */
async function render(
  app: NestFastifyApplication,
  web: BuiltWeb,
  settings: Settings,
  request: FastifyRequest,
  language: Language,
): Promise<RenderedPage> {
  try {
    return await web.render({
      language,
      url: `http://register.invalid${request.url}`,
      publicUrl: settings.publicUrl,
      fetch: (read) => readPublic(app, request, read),
    });
  } catch (error) {
    logger.error(
      `a page could not be rendered: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`,
    );
    return {
      status: 503,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      title: 'Mithaq',
      description: null,
      withoutScript: '',
      markup: '',
      state: {},
    };
  }
}

/** A page's own request to the public part of the interface, answered in this process as if its reader had asked. */
async function readPublic(
  app: NestFastifyApplication,
  page: FastifyRequest,
  read: Request,
): Promise<Response> {
  const { pathname, search } = new URL(read.url);
  if (read.method !== 'GET' || !pathname.startsWith(PUBLIC_READS)) {
    throw new Error(`a page asks for ${read.method} ${pathname} while it is rendered`);
  }
  const answer = await app.inject({
    method: 'GET',
    url: `${pathname}${search}`,
    remoteAddress: page.ip,
    headers: { 'accept-language': read.headers.get('accept-language') ?? '' },
  });
  const type = answer.headers['content-type'];
  return new Response(answer.body, {
    status: answer.statusCode,
    headers: typeof type === 'string' ? { 'content-type': type } : {},
  });
}
