import { renderToString } from 'react-dom/server';
import { StaticRouterProvider, createStaticHandler, createStaticRouter } from 'react-router';
import { createApi } from './api/client';
import { type Language, directionOf } from './app/languages';
import { type PageState, answersOf } from './app/page-state';
import { createQueries } from './app/queries';
import { CLIENT_ONLY, routesOf } from './app/routes';
import { type Head, type Services, ServicesProvider } from './app/services';
import { loadPublicSentences } from './i18n/load-sentences';
import { createSentences } from './i18n/sentences';

/** What the server asks for: one page in one language. */
export interface PageRequest {
  readonly language: Language;
  /** Whole address of the page. */
  readonly url: string;
  /** Where readers find the register. */
  readonly publicUrl: string;
  /** Answers the page's own requests to the API. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A page as it goes into the document. */
export interface RenderedPage {
  readonly status: number;
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly description: string | null;
  /** What a reader without script is told where only a browser renders the page. */
  readonly withoutScript: string;
  /** Markup of the page; empty for pages that only a browser renders. */
  readonly markup: string;
  /** What the browser goes on from. */
  readonly state: object;
}

/** Renders a public page with its figures in it, and of every other page the frame. */
export async function renderPage({ language, url, publicUrl, fetch }: PageRequest): Promise<RenderedPage> {
  const direction = directionOf(language);
  const sentences = await createSentences(language, await loadPublicSentences(language));
  const head: Head = { title: sentences.t('name') };
  const frame = {
    status: 200,
    direction,
    title: head.title,
    description: null,
    withoutScript: sentences.t('withoutScript'),
    markup: '',
    state: {},
  };
  if (isClientOnly(url)) return frame;

  const { origin } = new URL(url);
  const queries = createQueries();
  const services: Services = {
    language,
    publicUrl,
    queries,
    sentences,
    head,
    api: createApi({ language, origin, fetch }),
  };
  const handler = createStaticHandler(routesOf(services), { basename: `/${language}` });
  const context = await handler.query(new Request(url));
  if (context instanceof Response) throw new Error(`a public page answered ${context.status} by itself`);
  const router = createStaticRouter(handler.dataRoutes, context);
  const markup = renderToString(
    <ServicesProvider services={services}>
      <StaticRouterProvider router={router} context={context} hydrate={false} />
    </ServicesProvider>,
  );
  const { loaderData, actionData } = context;
  const state: PageState = {
    publicUrl,
    answers: answersOf(queries),
    router: { loaderData, actionData, errors: null },
  };
  queries.clear();
  return {
    ...frame,
    status: head.status ?? context.statusCode,
    title: head.title,
    description: head.description ?? null,
    markup,
    state,
  };
}

function isClientOnly(url: string): boolean {
  const [, , first = ''] = new URL(url).pathname.split('/');
  return CLIENT_ONLY.has(first);
}
