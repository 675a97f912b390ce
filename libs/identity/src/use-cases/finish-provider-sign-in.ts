import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@app/audit';
import { Clock, RecordNotFound, Refusal } from '@app/kernel';
import { OpenIdClient, ProviderUnavailable, Settings, Transactions } from '@app/platform';
import { NOBODY } from '../domain/nobody';
import { showsSecondFactor } from '../domain/provided-identity';
import { ProviderAttemptUnknown } from '../domain/provider-refusals';
import { digestOf } from '../domain/session-token';
import { type FoundAttempt, ProviderRepository } from '../persistence/provider.repository';
import { AdmitProvided } from './admit-provided';
import { OpenSession } from './open-session';
import { providerSignInRefused } from './provider-kinds';

/** A session that a provider's answer opened, and the address to go on to. */
export interface FinishedSignIn {
  readonly token: string;
  readonly address: string;
}

/**
 * Turns the provider's answer, the query of its callback, into a session of the account behind it. An answer counts
 * once, in the browser that asked for it, for ten minutes.
 * @throws RecordNotFound without a provider @throws ProviderAttemptUnknown @throws ProviderUnavailable
 * @throws ProviderDeclined @throws ProviderAnswerRefused @throws ProviderAccountRefused @throws ProviderGrantsNoRole
 */
@Injectable()
export class FinishProviderSignIn {
  constructor(
    private readonly client: OpenIdClient,
    private readonly attempts: ProviderRepository,
    private readonly admit: AdmitProvided,
    private readonly openSession: OpenSession,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async execute(query: string, browserSecret: string | null): Promise<FinishedSignIn> {
    const { provider, publicUrl } = this.settings;
    if (provider === null) throw new RecordNotFound();
    const state = new URLSearchParams(query).get('state');
    const attempt = await this.take(state, browserSecret);
    if (state === null || attempt === null) {
      return this.noteAndRefuse(provider.issuer, new ProviderAttemptUnknown());
    }
    const identity = await this.client
      .identityBehind(query, { ...attempt, state })
      .catch((error: unknown) => this.noteAndRefuse(provider.issuer, error));
    const outcome = await this.transactions.run(async (tx) => {
      const admission = await this.admit.execute(tx, provider, identity);
      if ('refusal' in admission) return admission;
      const secondFactor = showsSecondFactor(identity, provider.secondFactor);
      return this.openSession.execute({ accountId: admission.accountId, method: 'provider', secondFactor });
    });
    // Only now: roles that the provider took away stay taken away, also from somebody who is not let in.
    if ('refusal' in outcome) throw outcome.refusal;
    return { token: outcome.token, address: `${publicUrl}${attempt.returnTo}` };
  }

  /** An answer that proves nothing names nobody. A provider that is down refuses nobody. */
  private async noteAndRefuse(issuer: URL, error: unknown): Promise<never> {
    if (error instanceof Refusal && !(error instanceof ProviderUnavailable)) {
      await this.transactions.run((tx) =>
        this.audit.note(tx, providerSignInRefused, {
          actor: 'system:provider',
          subjectId: NOBODY,
          payload: { issuer: issuer.href, code: error.code },
        }),
      );
    }
    throw error;
  }

  /** In a transaction of its own, so that an answer that fails later is used up too. */
  private async take(state: string | null, browserSecret: string | null): Promise<FoundAttempt | null> {
    const stateSha256 = digestOf(state ?? '');
    const browserSha256 = digestOf(browserSecret ?? '');
    if (!stateSha256 || !browserSha256) return null;
    const now = this.clock.now();
    return this.transactions.apart((tx) => this.attempts.takeAttempt(tx, stateSha256, browserSha256, now));
  }
}
