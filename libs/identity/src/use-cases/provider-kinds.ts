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

/** Somebody whom the provider vouches for was not let in. */
export const providerSignInRefused = auditKind<{ issuer: string; code: string }>(
  'session.provider_refused',
  'account',
);
