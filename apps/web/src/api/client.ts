import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { paths } from '../../.generated/schema';

/** What the client needs of whoever makes it: a browser page, or the server that renders one. */
export interface ApiSettings {
  readonly language: string;
  /** Origin of the API; empty for the page's own. */
  readonly origin: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Asked when a session is over: resolves once somebody has signed in again, rejects when they gave up. */
  readonly signInAgain?: () => Promise<void>;
}

/** The API as its own description has it: `$api` for queries and mutations in components, `api` for plain calls. */
export type Api = ReturnType<typeof createApi>;

/** Makes the client. Refusals are thrown as the problem the API answered with. */
export function createApi({ language, origin, fetch, signInAgain }: ApiSettings) {
  const client = createFetchClient<paths>({
    baseUrl: origin,
    headers: { 'accept-language': language },
    ...(fetch ? { fetch } : {}),
  });
  if (signInAgain) client.use(askAgainAfterSignIn(signInAgain));
  return { client, $api: createQueryClient(client) };
}

/** Requests whose own purpose is signing in: their 401 is an answer and no end of a session. */
const ABOUT_SESSIONS = /\/api\/v1\/(session(\/second-factor)?|password-resets.*|invitations\/acceptance)$/;

/** A request that met the end of the session waits for the sign-in and is sent again: what was typed is not lost. */
function askAgainAfterSignIn(signInAgain: () => Promise<void>): Middleware {
  const kept = new Map<string, Request>();
  return {
    onRequest({ request, id }) {
      kept.set(id, request.clone());
    },
    async onResponse({ response, request, id, options }) {
      const again = kept.get(id);
      kept.delete(id);
      if (response.status !== 401 || !again || ABOUT_SESSIONS.test(new URL(request.url).pathname))
        return undefined;
      await signInAgain();
      return options.fetch(again);
    },
    onError({ id }) {
      kept.delete(id);
    },
  };
}
