import { Injectable, Logger } from '@nestjs/common';
import * as protocol from 'openid-client';
import type { ProviderSettings } from '../config/provider-settings';
import { Settings } from '../config/settings';
import { ProviderAnswerRefused, ProviderDeclined, ProviderUnavailable } from './refusals';

/** What only the browser that began a sign-in and this register know of it. */
export interface ProviderAttempt {
  /** Comes back with the answer. */
  readonly state: string;
  /** Comes back inside the signed token. */
  readonly nonce: string;
  /** Proves to the provider that whoever redeems the code asked for it (PKCE). */
  readonly codeVerifier: string;
}

/** A person as the provider vouches for them. */
export interface ProvidedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** How they showed who they are (`acr`), as the signed token says. */
  readonly contextClass: string | null;
  /** With what (`amr`, RFC 8176), as the signed token says. */
  readonly methods: readonly string[];
  /** Everything else that token and user information say. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Where the provider sends the browser back to, on the register's public address. */
export const PROVIDER_CALLBACK_PATH = '/api/v1/session/oidc/callback';

const PATIENCE_SECONDS = 5;
/** What the provider says of itself is asked again after so long; its keys are looked up when a new one signs. */
const KNOWN_FOR_MILLISECONDS = 3_600_000;
const WANTED = JSON.stringify({ id_token: { acr: null, amr: null } });
/** As the standard has it. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;
const NOT_NOW = new Set(['temporarily_unavailable', 'server_error']);

/** The provider of identities, by OpenID Connect: authorisation code with PKCE, state and nonce. */
@Injectable()
export class OpenIdClient {
  private readonly logger = new Logger(OpenIdClient.name);
  private known: { readonly at: number; readonly configuration: protocol.Configuration } | null = null;

  constructor(private readonly settings: Settings) {}

  /** Values for one sign-in, which nobody can guess. */
  newAttempt(): ProviderAttempt {
    return {
      state: protocol.randomState(),
      nonce: protocol.randomNonce(),
      codeVerifier: protocol.randomPKCECodeVerifier(),
    };
  }

  /** Where the browser goes to sign in. @throws ProviderUnavailable */
  async addressFor({ state, nonce, codeVerifier }: ProviderAttempt): Promise<string> {
    const { scope } = this.provider;
    const configuration = await this.discover();
    const address = protocol.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callbackUrl('').href,
      scope,
      state,
      nonce,
      code_challenge: await protocol.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      // Some say how a person signed in only when they are asked.
      ...(configuration.serverMetadata()['claims_parameter_supported'] === true ? { claims: WANTED } : {}),
    });
    return address.href;
  }

  /**
   * Redeems the provider's answer, the query of the callback, for the identity behind it.
   * @throws ProviderUnavailable @throws ProviderDeclined @throws ProviderAnswerRefused
   */
  async identityBehind(
    query: string,
    { state, nonce, codeVerifier }: ProviderAttempt,
  ): Promise<ProvidedIdentity> {
    const configuration = await this.discover();
    try {
      const tokens = await protocol.authorizationCodeGrant(configuration, this.callbackUrl(query), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const token = tokens.claims();
      if (!token || !SUBJECT.test(token.sub)) throw new ProviderAnswerRefused();
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await protocol.fetchUserInfo(configuration, tokens.access_token, token.sub)
        : {};
      return {
        issuer: token.iss,
        subject: token.sub,
        contextClass: typeof token.acr === 'string' ? token.acr : null,
        methods: textsIn(token.amr),
        claims: { ...more, ...token },
      };
    } catch (error) {
      throw this.refusalBehind(error);
    }
  }

  private get provider(): ProviderSettings {
    const { provider } = this.settings;
    if (provider === null) throw new Error('no provider is configured');
    return provider;
  }

  /** The public address and not the one asked: behind a proxy the two differ, and a request can name any host. */
  private callbackUrl(query: string): URL {
    return new URL(`${this.settings.publicUrl}${PROVIDER_CALLBACK_PATH}${query}`);
  }

  /** Asked for at the first sign-in and not at start: a provider that is down stops nobody else. */
  private async discover(): Promise<protocol.Configuration> {
    const now = performance.now();
    if (this.known && now - this.known.at < KNOWN_FOR_MILLISECONDS) return this.known.configuration;
    const { issuer, clientId, clientSecret } = this.provider;
    const plain = issuer.protocol === 'http:' ? [protocol.allowInsecureRequests] : [];
    try {
      const configuration = await protocol.discovery(
        issuer,
        clientId,
        clientSecret,
        authenticationWith(clientSecret),
        // The signature is checked too, though the token comes straight from the provider.
        { timeout: PATIENCE_SECONDS, execute: [protocol.enableNonRepudiationChecks, ...plain] },
      );
      this.known = { at: now, configuration };
      return configuration;
    } catch (error) {
      this.logger.warn(`the provider does not say what it is: ${reasonOf(error)}`);
      throw new ProviderUnavailable();
    }
  }

  private refusalBehind(error: unknown): Error {
    if (error instanceof ProviderAnswerRefused) return error;
    this.logger.warn(`a sign-in through the provider failed: ${reasonOf(error)}`);
    if (error instanceof protocol.AuthorizationResponseError) {
      return NOT_NOW.has(error.error) ? new ProviderUnavailable() : new ProviderDeclined();
    }
    return isOutOfReach(error) ? new ProviderUnavailable() : new ProviderAnswerRefused();
  }
}

/** As the provider wants it: in the header unless it only takes the secret in the body. */
function authenticationWith(secret: string): protocol.ClientAuth {
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const inBody = methods.includes('client_secret_post') && !methods.includes('client_secret_basic');
    const authenticate = inBody ? protocol.ClientSecretPost(secret) : protocol.ClientSecretBasic(secret);
    authenticate(server, client, body, headers);
  };
}

/** The connection failed or took too long, or the provider says that it has failed itself. */
function isOutOfReach(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const connectionFailed = [error, cause].some(
    (one) => (one as Partial<Error> | null)?.message === 'fetch failed',
  );
  return connectionFailed || code === 'OAUTH_TIMEOUT' || (cause instanceof Response && cause.status >= 500);
}

function textsIn(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.filter((value): value is string => typeof value === 'string') : [];
}

/** Codes and messages of the protocol; never the answer itself, which holds personal values. */
function reasonOf(error: unknown): string {
  if (error instanceof protocol.AuthorizationResponseError || error instanceof protocol.ResponseBodyError) {
    return `${error.name} ${/^[\w.-]{1,60}$/.exec(error.error)?.[0] ?? 'without a code'}`;
  }
  return error instanceof Error ? error.message : String(error);
}
