import { Injectable } from '@nestjs/common';
import { Clock, FieldsRefused, RecordNotFound } from '@app/kernel';
import { OpenIdClient, Settings, Transactions } from '@app/platform';
import { PROVIDER_ATTEMPT_SECONDS, placeToReturnTo } from '../domain/provider-attempt';
import { digestOf, newSessionToken } from '../domain/session-token';
import { ProviderRepository } from '../persistence/provider.repository';

/** Where the browser goes, and what it keeps until it comes back. */
export interface BegunSignIn {
  readonly address: string;
  readonly browserSecret: string;
}

/**
 * Begins a sign-in at the provider. What it must come back with is kept for ten minutes and bound to this browser.
 * @throws RecordNotFound without a provider @throws FieldsRefused for a place elsewhere @throws ProviderUnavailable
 */
@Injectable()
export class BeginProviderSignIn {
  constructor(
    private readonly client: OpenIdClient,
    private readonly attempts: ProviderRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async execute(place: string): Promise<BegunSignIn> {
    if (this.settings.provider === null) throw new RecordNotFound();
    const returnTo = placeToReturnTo(place);
    if (returnTo === null) throw new FieldsRefused([{ field: 'returnTo', code: 'wrong_format' }]);
    const attempt = this.client.newAttempt();
    const address = await this.client.addressFor(attempt);
    const browserSecret = newSessionToken();
    const stateSha256 = digestOf(attempt.state);
    const browserSha256 = digestOf(browserSecret);
    if (!stateSha256 || !browserSha256) throw new Error('new secrets have the form of tokens');
    const createdAt = this.clock.now();
    await this.transactions.run((tx) =>
      this.attempts.insertAttempt(tx, {
        stateSha256,
        browserSha256,
        nonce: attempt.nonce,
        codeVerifier: attempt.codeVerifier,
        returnTo,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + PROVIDER_ATTEMPT_SECONDS * 1000),
      }),
    );
    return { address, browserSecret };
  }
}
