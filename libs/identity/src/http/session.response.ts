import type { RoleGrant } from '@app/kernel';
import { type Holder, asksForFactor, permittedTo } from '../domain/access';
import type { FoundAccount } from '../use-cases/find-account';

/** Where a role is held. */
export class RoleScopeResponse {
  kind: 'country' | 'regions' | 'sectors' | 'organisation';

  /** Codes of the regions or sectors. */
  codes?: string[];

  organisationId?: string;
}

/** A role and where it is held. */
export class RoleGrantResponse {
  role: string;
  scope: RoleScopeResponse;
}

/** The second factor of the person signed in. */
export class SecondFactorResponse {
  /** Whether a device is enrolled, whose code sign-in asks for. */
  enrolled: boolean;

  /** Whether a role is held that asks for one. */
  required: boolean;

  /** Whether one stands behind this session or token, or is not asked of this account. */
  satisfied: boolean;
}

/** The person signed in. */
export class AccountResponse {
  id: string;
  revision: number;
  email: string;
  name: string | null;
  language: 'ar' | 'fr' | 'en';
  kind: 'staff' | 'investor';

  /** True for the fictional accounts of a demonstration. */
  demonstration: boolean;

  /** False for who signs in through a provider only. */
  hasPassword: boolean;

  /** Each role once, wherever it is held. */
  roles: string[];

  grants: RoleGrantResponse[];

  /** What this session or token may, somewhere; without the second factor that a role asks for, less than the role may. */
  permissions: string[];

  secondFactor: SecondFactorResponse;
}

/** An open session. */
export class SessionResponse {
  account: AccountResponse;
  /** When the session ends at the latest (ISO 8601). */
  expiresAt: string;
}

/** An account as its holder reads it, in a session or by a token. */
export function accountResponse(
  account: FoundAccount,
  { secondFactor, limitedTo }: Pick<Holder, 'secondFactor' | 'limitedTo'>,
): AccountResponse {
  const { id, revision, email, name, language, kind, demonstration, hasPassword, grants } = account;
  const satisfied = secondFactor || demonstration;
  return {
    id,
    revision,
    email,
    name,
    language,
    kind,
    demonstration,
    hasPassword,
    roles: [...new Set(grants.map(({ role }) => role))],
    grants: grants.map(grantResponse),
    permissions: permittedTo({ grants, secondFactor: satisfied, limitedTo }),
    secondFactor: {
      enrolled: account.secondFactorEnrolled,
      required: asksForFactor(grants) && !demonstration,
      satisfied,
    },
  };
}

/** A grant as it is answered. */
export function grantResponse({ role, scope }: RoleGrant): RoleGrantResponse {
  return { role, scope: 'codes' in scope ? { ...scope, codes: [...scope.codes] } : { ...scope } };
}
