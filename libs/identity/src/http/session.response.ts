import type { RoleGrant } from '@app/kernel';
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

/** The person signed in. */
export class AccountResponse {
  id: string;
  email: string;
  name: string | null;
  language: 'ar' | 'fr' | 'en';
  kind: 'staff' | 'investor';

  /** True for the fictional accounts of a demonstration. */
  demonstration: boolean;

  /** Each role once, wherever it is held. */
  roles: string[];

  grants: RoleGrantResponse[];
}

/** An open session. */
export class SessionResponse {
  account: AccountResponse;
  /** When the session ends at the latest (ISO 8601). */
  expiresAt: string;
}

/** An account as its holder reads it. */
export function accountResponse(account: FoundAccount): AccountResponse {
  const { id, email, name, language, kind, demonstration, grants } = account;
  const roles = [...new Set(grants.map(({ role }) => role))];
  return { id, email, name, language, kind, demonstration, roles, grants: grants.map(grantResponse) };
}

/** A grant as it is answered. */
export function grantResponse({ role, scope }: RoleGrant): RoleGrantResponse {
  return { role, scope: 'codes' in scope ? { ...scope, codes: [...scope.codes] } : { ...scope } };
}
