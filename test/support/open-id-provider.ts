import { type KeyObject, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type JWK } from 'oidc-provider';

/** Somebody whom the provider knows, and how they show who they are when they sign in. */
export interface KnownPerson {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly amr?: string[];
  readonly acr?: string;
}

type TokenClaims = Record<string, unknown>;

/** A real provider of identities on a loopback port, with a login page of its own. */
export interface TestProvider {
  readonly issuer: string;
  /** By the name they type in the login page, which is their subject too. */
  readonly people: Map<string, KnownPerson>;
  /** Answers the signed token in another form from now on; null puts an end to it. */
  falsify(how: ((claims: TokenClaims) => string) | null): void;
  /** A token of these claims, signed with the provider's key or another. */
  sign(claims: TokenClaims, key?: KeyObject): string;
  stop(): Promise<void>;
}

const KEY_ID = 'of-the-test';

/** Starts a provider with one client, which comes back to this address. */
export async function startOpenIdProvider(client: {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}): Promise<TestProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' } as JWK;
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, KnownPerson>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    jwks: { keys: [jwk] },
    cookies: { keys: ['a key of the test'] },
    acrValues: ['urn:test:two-factors'],
    claims: {
      // Those two only for a client that asks for them.
      acr: null,
      amr: null,
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'locale', 'roles'],
    },
    features: { claimsParameter: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, accountId) => {
      const person = people.get(accountId);
      return person && { accountId, claims: () => ({ sub: accountId, ...person.claims }) };
    },
    // Whoever signs in consents: the register is an application of the same administration.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId ?? '';
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  let falsified: ((claims: TokenClaims) => string) | null = null;
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (falsified && context.path === '/token' && body?.id_token) {
      const claims = JSON.parse(
        Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString(),
      ) as TokenClaims;
      context.body = { ...body, id_token: falsified(claims) };
    }
  });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) void login(provider, people, request, response);
    else void answer(request, response);
  });
  return {
    issuer,
    people,
    falsify: (how) => {
      falsified = how;
    },
    sign: (claims, key = privateKey) => signed(claims, key),
    stop: () => stop(server),
  };
}

/** The login page: it shows a form, and takes the name that is typed into it. */
async function login(
  provider: Provider,
  people: ReadonlyMap<string, KnownPerson>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html');
    response.end(`<form method="post" action="${request.url}"><input name="who"></form>`);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const who = new URLSearchParams(Buffer.concat(chunks).toString()).get('who') ?? '';
  const person = people.get(who);
  await provider.interactionFinished(
    request,
    response,
    person
      ? {
          login: {
            accountId: who,
            remember: false,
            ...(person.amr ? { amr: person.amr } : {}),
            ...(person.acr ? { acr: person.acr } : {}),
          },
        }
      : { error: 'access_denied', error_description: 'nobody of this name' },
  );
}

function signed(claims: TokenClaims, key: KeyObject): string {
  const encoded = [{ alg: 'RS256', kid: KEY_ID }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${encoded}.${createSign('RSA-SHA256').update(encoded).sign(key, 'base64url')}`;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** A browser as far as the provider's pages need one: it keeps cookies, and shows where it is sent. */
export class TestBrowser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<{ location: string | null; text: string }> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    return { location: location && new URL(location, url).href, text: await answer.text() };
  }

  /** Follows redirections until a page or another site. @returns where it stands, and the page */
  async follow(url: string, own: string): Promise<{ url: string; text: string }> {
    let at = url;
    for (let steps = 0; steps < 10 && at.startsWith(own); steps += 1) {
      const { location, text } = await this.open(at);
      if (location === null) return { url: at, text };
      at = location;
    }
    return { url: at, text: '' };
  }

  /** Signs in at the provider's login page. @returns where the provider sends the browser afterwards */
  async signIn(address: string, issuer: string, who: string): Promise<string> {
    const page = await this.follow(address, issuer);
    if (!page.text.includes('name="who"')) return page.url;
    const { location } = await this.open(page.url, { who });
    return (await this.follow(location ?? '', issuer)).url;
  }
}
