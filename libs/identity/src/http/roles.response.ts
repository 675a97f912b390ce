import { LANGUAGES, type Language, type Permission } from '@app/kernel';
import { LocalizedTextResponse, spokenSentence } from '@app/platform';
import { ROLE_PERMISSIONS } from '../domain/permissions';
import { ROLES, type Role, SECOND_FACTOR_ROLES, accountKindOf } from '../domain/roles';

/** What a role permits, in words. */
export class PermissionInWordsResponse {
  permission: string;
  sentences: LocalizedTextResponse;
}

/** A role by its names, and what it is for. */
export class NamedRoleResponse {
  role: string;

  /** The kind of account that holds it. */
  kind: 'staff' | 'investor';

  names: LocalizedTextResponse;

  /** What its holder does. */
  sentences: LocalizedTextResponse;
}

export class RoleResponse extends NamedRoleResponse {
  /** Whether its holders are asked for a second factor. */
  secondFactor: boolean;

  permissions: PermissionInWordsResponse[];
}

export class RolesResponse {
  items: RoleResponse[];
}

/** A role in words. */
export function namedRole(role: Role): NamedRoleResponse {
  const [names, sentences] = [inLanguages(`role.${role}`), inLanguages(`role_duty.${role}`)];
  return { role, kind: accountKindOf(role), names, sentences };
}

/** All roles with what they permit. */
export function rolesView(): RolesResponse {
  return {
    items: ROLES.map((role) => ({
      ...namedRole(role),
      secondFactor: SECOND_FACTOR_ROLES.includes(role),
      permissions: ROLE_PERMISSIONS[role].map(permissionInWords),
    })),
  };
}

function permissionInWords(permission: Permission): PermissionInWordsResponse {
  return { permission, sentences: inLanguages(`permission.${permission}`) };
}

function inLanguages(code: string): LocalizedTextResponse {
  const spoken = LANGUAGES.map((language) => [language, spokenSentence(code, language)] as const);
  return Object.fromEntries(spoken) as Record<Language, string>;
}
