import type { Language, RoleGrant } from '@app/kernel';
import type { RequestedGrant } from './grants';
import type { AccountKind } from './roles';

/** An account as those who administer accounts see it. */
export interface AccountRecord {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly kind: AccountKind;
  readonly active: boolean;
  readonly demonstration: boolean;
  /** Whether what was personal of it was erased: it is a name in the trail and nothing more. */
  readonly erased: boolean;
  /** What was granted here. */
  readonly grants: readonly RoleGrant[];
  /** What a provider of identities grants, and only it takes away. */
  readonly providerGrants: readonly RoleGrant[];
  /** Whether it has enrolled a second factor. */
  readonly secondFactor: boolean;
  readonly createdAt: Date;
  /** When somebody was last seen in one of its open sessions; null without one. */
  readonly lastSeenAt: Date | null;
}

/** What an administrator changes of an account; what is left out or null stays as it is. */
export interface AccountChange {
  readonly name?: string | null;
  readonly language?: Language | null;
  readonly active?: boolean | null;
  /** Replaces all grants but those of a provider. */
  readonly grants?: readonly RequestedGrant[] | null;
}
