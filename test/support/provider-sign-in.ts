import { SESSION_COOKIE } from '@app/platform';
import { type TestAnswer, type TestApi, startTestApi } from './application';
import { TestBrowser, type TestProvider, startOpenIdProvider } from './open-id-provider';

export const PUBLIC_URL = 'https://register.test';
const CLIENT = {
  id: 'register',
  secret: 'a secret that only the two know',
  redirectUri: `${PUBLIC_URL}/api/v1/session/oidc/callback`,
};

/** A sign-in that was begun: where the browser goes, and what it keeps. */
export interface BegunSignIn {
  readonly address: URL;
  readonly cookie: string;
}

/** The api beside a real provider, and the ways of a browser between the two. */
export interface SignInsThroughProvider {
  readonly api: TestApi;
  readonly provider: TestProvider;
  begin(returnTo?: string): Promise<BegunSignIn>;
  /** Goes through the provider's login page. @returns the query with which the browser comes back */
  atProvider(begun: BegunSignIn, who: string): Promise<string>;
  comeBack(query: string, cookie: string): Promise<TestAnswer<{ code?: string }>>;
  /** All of it. */
  signIn(who: string, returnTo?: string): Promise<TestAnswer<{ code?: string }>>;
  /** The person behind the session cookie of an answer. */
  whoIs(answer: TestAnswer<unknown>): Promise<SignedInPerson>;
  close(): Promise<void>;
}

export interface SignedInPerson {
  readonly status: number;
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: string;
  readonly kind: string;
  readonly grants: readonly { readonly role: string; readonly scope: object }[];
  readonly cookie: string;
}

/** Settings of the api for a provider at this address. */
export function providerSettings(issuer: string): Record<string, string> {
  return {
    PUBLIC_URL,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: 'The ministry',
    OIDC_ROLES:
      'officers=officer; officers-rabat=officer@regions:MA-04; officers-casa=officer@regions:MA-06;' +
      'CN=directors,OU=groups=director; readers=auditor',
    OIDC_SECOND_FACTOR: 'mfa,otp,hwk,sc,urn:test:two-factors',
  };
}

export async function startSignInsThroughProvider(
  more: Record<string, string> = {},
): Promise<SignInsThroughProvider> {
  const provider = await startOpenIdProvider(CLIENT);
  const api = await startTestApi({ ...providerSettings(provider.issuer), ...more });
  const begin = async (returnTo?: string): Promise<BegunSignIn> => {
    const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
    const answer = await api.http('GET', `/session/oidc${query}`, { anonymous: true });
    if (answer.status !== 302) throw new Error(JSON.stringify(answer.body));
    const cookie = cookiesOf(answer).find((line) => line.startsWith('mithaq_sign_in='));
    return {
      address: new URL(answer.headers.location ?? ''),
      cookie: cookie?.split(';')[0] ?? '',
    };
  };
  const atProvider = async ({ address }: BegunSignIn, who: string): Promise<string> => {
    const end = await new TestBrowser().signIn(address.href, provider.issuer, who);
    if (!end.startsWith(CLIENT.redirectUri)) throw new Error(`the provider leads to ${end}`);
    return new URL(end).search;
  };
  const comeBack = (query: string, cookie: string): Promise<TestAnswer<{ code?: string }>> =>
    api.http('GET', `/session/oidc/callback${query}`, { anonymous: true, headers: { cookie } });
  return {
    api,
    provider,
    begin,
    atProvider,
    comeBack,
    signIn: async (who, returnTo) => {
      const begun = await begin(returnTo);
      return comeBack(await atProvider(begun, who), begun.cookie);
    },
    whoIs: async (answer) => {
      const line = cookiesOf(answer).find((each) => each.startsWith(`${SESSION_COOKIE}=`));
      const cookie = line?.split(';')[0] ?? '';
      const session = await api.http<SignedInPerson>('GET', '/session', {
        anonymous: true,
        headers: { cookie },
      });
      return { ...session.body, status: session.status, cookie };
    },
    close: async () => {
      await api.close();
      await provider.stop();
    },
  };
}

/** Every cookie that an answer sets, with its attributes. */
export function cookiesOf({ headers }: TestAnswer<unknown>): string[] {
  const lines: unknown = headers['set-cookie'] ?? [];
  return Array.isArray(lines) ? (lines as string[]) : [String(lines)];
}
