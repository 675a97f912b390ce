import { auditKind } from '@app/audit';
import type { RoleGrant } from '@app/kernel';

/** An account whose holder a provider vouches for from now on; how it was found. */
export const providerLinked = auditKind<{ issuer: string; by: 'verified_address' | 'new_account' }>(
  'account.provider_linked',
  'account',
);

/** What the provider grants changed, from what to what. */
export const providerGrantsReplaced = auditKind<{ from: readonly RoleGrant[]; to: readonly RoleGrant[] }>(
  'account.provider_grants_replaced',
  'account',
);

/** A sign-in through the provider let nobody in; the subject is the account when there is one, else nobody. */
export const providerSignInRefused = auditKind<{ issuer: string; code: string }>(
  'session.provider_refused',
  'account',
);
