import { PERMISSIONS, type Permission, type RoleGrant, isReading } from '@app/kernel';
import { permits } from './permissions';
import { type Role, SECOND_FACTOR_ROLES, isInvestorRole } from './roles';

/** What is known of a caller when access is decided. */
export interface Holder {
  readonly grants: readonly RoleGrant[];
  /** Whether a second factor stands behind the session, or is not asked of this account. */
  readonly secondFactor: boolean;
  /** What an API token is limited to; null for a session. */
  readonly limitedTo: readonly Permission[] | null;
}

export type AccessDecision = 'permitted' | 'permission_required' | 'second_factor_required';

/** The grants of a holder that permit something, whatever the place. */
export function grantsFor({ grants }: Holder, permission: Permission): readonly RoleGrant[] {
  return grants.filter(({ role }) => permits(role as Role, permission));
}

/**
 * Whether a holder may do something at all; where is a second question. What a role of its own permits is withheld
 * only when every such role asks for a second factor that is not there, and never when it only looks.
 */
export function decideAccess(holder: Holder, permission: Permission): AccessDecision {
  if (holder.limitedTo !== null && !holder.limitedTo.includes(permission) && permission !== 'self') {
    return 'permission_required';
  }
  if (permission === 'self') return 'permitted';
  const granting = grantsFor(holder, permission);
  if (granting.length === 0) return 'permission_required';
  return isReading(permission) || granting.some((grant) => hasItsFactor(grant, holder))
    ? 'permitted'
    : 'second_factor_required';
}

/** All that a holder is permitted at this moment, in the order of the list of permissions. */
export function permittedTo(holder: Holder): Permission[] {
  return PERMISSIONS.filter((permission) => decideAccess(holder, permission) === 'permitted');
}

/** Whether one of the roles asks for a second factor. */
export function asksForFactor(grants: readonly RoleGrant[]): boolean {
  return grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role as Role));
}

function hasItsFactor({ role }: RoleGrant, { secondFactor }: Holder): boolean {
  return secondFactor || !SECOND_FACTOR_ROLES.includes(role as Role);
}

/** Where a record lies, as far as scopes look at it; a record without region is nationwide or says nothing of places. */
export interface RecordPlace {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
}

/** A record of the whole country, such as a holiday or a national figure. */
export const NATIONWIDE: RecordPlace = { regions: [], sectors: [] };

/**
 * Whether a holder may change a record that lies there: one place that matches is enough, and a nationwide record
 * needs a role for the whole country.
 */
export function mayChangeAt(holder: Holder, permission: Permission, place: RecordPlace): boolean {
  return grantsFor(holder, permission)
    .filter((grant) => hasItsFactor(grant, holder))
    .some(({ scope }) => {
      switch (scope.kind) {
        case 'country':
          return true;
        case 'regions':
          return scope.codes.some((code) => place.regions.includes(code));
        case 'sectors':
          return scope.codes.some((code) => place.sectors.includes(code));
        case 'organisation':
          return false;
        default:
          return scope satisfies never;
      }
    });
}

/** How far a holder may change something: everywhere, or what lies in some regions or sectors. */
export type Reach =
  | { readonly everywhere: true }
  | {
      readonly everywhere: false;
      readonly regions: readonly string[];
      readonly sectors: readonly string[];
    };

/** How far a holder may do something, for the conditions of a query; null when nowhere. */
export function reachOf(holder: Holder, permission: Permission): Reach | null {
  if (decideAccess(holder, permission) !== 'permitted') return null;
  const scopes = grantsFor(holder, permission)
    .filter((grant) => hasItsFactor(grant, holder))
    .map(({ scope }) => scope);
  if (scopes.some(({ kind }) => kind === 'country')) return { everywhere: true };
  const codesOf = (wanted: 'regions' | 'sectors') => [
    ...new Set(scopes.flatMap((scope) => (scope.kind === wanted ? scope.codes : []))),
  ];
  const [regions, sectors] = [codesOf('regions'), codesOf('sectors')];
  return regions.length + sectors.length === 0 ? null : { everywhere: false, regions, sectors };
}

/** The organisations for which a holder acts; null when a role of staff is among the grants, who see everything. */
export function organisationsOf(grants: readonly RoleGrant[]): readonly string[] | null {
  if (grants.some(({ role }) => !isInvestorRole(role))) return null;
  return grants.flatMap(({ scope }) => (scope.kind === 'organisation' ? [scope.organisationId] : []));
}
